setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => {
  console.log('micro');
  process.nextTick(() => console.log('tick in micro'));
});
queueMicrotask(() => console.log('micro2'));
console.log('sync');
