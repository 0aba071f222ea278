setTimeout(() => {
  console.log('timeout');
  // From outside of a timer this against a timer is a race.
  setImmediate(() => console.log('immediate'));
}, 0);
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => {
  console.log('micro');
  process.nextTick(() => console.log('tick in micro'));
});
queueMicrotask(() => console.log('micro2'));
console.log('sync');
