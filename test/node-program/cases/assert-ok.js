const assert = require('assert');
assert(true);
assert.ok(1);
assert.equal(1, '1');
assert.strictEqual(1, 1);
assert.deepStrictEqual({ a: [1] }, { a: [1] });
assert.throws(() => {
  throw new TypeError('x');
}, TypeError);
assert.throws(() => {
  throw new Error('abc');
}, /abc/);
assert.rejects(Promise.reject(new Error('r')), { message: 'r' });
assert.match('abc', /b/);
assert.notStrictEqual(1, 2);
assert.doesNotThrow(() => {});
console.log('all fine');
