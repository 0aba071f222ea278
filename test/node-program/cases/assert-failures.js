const assert = require('assert');
for (const f of [
  () => assert.strictEqual(1, 2),
  () => assert.strictEqual(1, 2, 'mine'),
  () => assert.equal(1, 2),
  () => assert.fail('why'),
  () => assert.fail(),
  () => assert(false, 'msg'),
  () => assert.throws(() => {}),
  () => assert.match('a', /b/),
  () => assert.ifError(new Error('e')),
  () => assert.notStrictEqual(1, 1),
  () => assert.strictEqual('a', 'b'),
  () => assert.notEqual(1, 1),
]) {
  try {
    f();
    console.log('passed');
  } catch (e) {
    console.log(e.name, e.code, JSON.stringify(e.message), e.generatedMessage, e.operator);
  }
}
