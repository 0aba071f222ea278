// What is cleared is not run, and makes no room for one of the next round.
setImmediate(() => {
  console.log('first');
  clearImmediate(second);
  setImmediate(() => console.log('next round'));
  setTimeout(() => console.log('timer'), 0);
  for (const end = Date.now() + 5; Date.now() < end; );
});
const second = setImmediate(() => console.log('cleared'));
setImmediate(() => console.log('third')).unref();
