function depth(n) {
  return n === 0 ? 0 : 1 + depth(n - 1);
}
console.log(depth(1000));
let n = 0;
function forever() {
  n++;
  forever();
}
try {
  forever();
} catch (e) {
  console.log(e instanceof RangeError, e.message);
}
