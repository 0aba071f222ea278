setTimeout(() => {
  throw new Error('in timer');
}, 1);
setTimeout(() => console.log('never'), 50);
