const { setInterval: every, setTimeout: wait } = require('timers/promises');
const { types } = require('util');
(async () => {
  let count = 0;
  for await (const value of every(2, 'v')) {
    console.log(value, ++count);
    if (count === 3) break;
  }
  const controller = new AbortController();
  try {
    for await (const value of every(3, 'w', { signal: controller.signal })) {
      console.log(value);
      setImmediate(() => controller.abort('why'));
    }
  } catch (error) {
    console.log(error.name, error.code, error.cause);
  }
  // What fired while nobody waited is not lost.
  let seen = 0;
  const started = performance.now();
  for await (const value of every(20)) {
    if (seen++ === 0) await wait(410);
    if (seen === 20) break;
  }
  console.log(performance.now() - started < 600);
  const aborted = every(1, 1, { signal: AbortSignal.abort() });
  await aborted.next().catch((error) => console.log(error.code));
  for (const value of [new Proxy({}, {}), new Proxy(() => {}, {}), {}, () => {}, 1, null]) console.log(types.isProxy(value));
  console.log('last');
  for await (const value of every(5, 1, { ref: false })) console.log('never');
})();
