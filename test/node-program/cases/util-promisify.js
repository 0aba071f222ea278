const util = require('util');
const f = util.promisify((a, cb) => cb(a < 0 ? new Error('neg') : null, a * 2));
f(2).then(console.log);
f(-1).catch((e) => console.log(e.message));
util.promisify(setTimeout)(1, 'v').then(console.log);
util.callbackify(async (x) => x + 1)(1, (e, v) => console.log(e, v));
try {
  util.promisify(1);
} catch (e) {
  console.log(e.message);
}
