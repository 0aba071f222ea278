process.nextTick((a, b) => console.log(a, b), 1, 2);
try {
  process.nextTick('no');
} catch (e) {
  console.log(e.code);
}
