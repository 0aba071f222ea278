async function run() {
  await null;
  throw new RangeError('async');
}
run();
