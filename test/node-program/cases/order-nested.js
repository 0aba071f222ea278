process.nextTick(() => {
  console.log('a');
  process.nextTick(() => console.log('b'));
  Promise.resolve().then(() => console.log('c'));
});
Promise.resolve()
  .then(() => console.log('d'))
  .then(() => console.log('e'));
(async () => {
  console.log('f');
  await 0;
  console.log('g');
})();
