const { once, on, EventEmitter } = require('events');
(async () => {
  const e = new EventEmitter();
  setTimeout(() => e.emit('x', 1, 2), 1);
  console.log(await once(e, 'x'));
  setTimeout(() => e.emit('error', new Error('bad')), 1);
  try {
    await once(e, 'y');
  } catch (x) {
    console.log(x.message);
  }
  setTimeout(() => {
    e.emit('z', 1);
    e.emit('z', 2);
  }, 1);
  let n = 0;
  for await (const [v] of on(e, 'z')) {
    console.log(v);
    if (++n === 2) break;
  }
})();
