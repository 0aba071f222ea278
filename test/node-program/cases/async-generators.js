async function* count(n) {
  for (let i = 0; i < n; i++) {
    await null;
    yield i;
  }
}
(async () => {
  for await (const i of count(3)) console.log(i);
})();
