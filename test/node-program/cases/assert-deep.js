const assert = require('assert');
const same = (a, b) => {
  try {
    assert.deepStrictEqual(a, b);
    return true;
  } catch {
    return false;
  }
};
console.log(
  same(new Map([[1, { a: 1 }]]), new Map([[1, { a: 1 }]])),
  same(new Set([{ a: 1 }]), new Set([{ a: 1 }])),
  same([1, , 3], [1, undefined, 3]),
  same(new Date(1), new Date(1)),
  same(/a/g, /a/i),
  same({ a: undefined }, {}),
  same(NaN, NaN),
  same(0, -0),
  same(Buffer.from('a'), Buffer.from('a')),
  same(new Error('a'), new Error('b')),
  same(Object(1), Object(1)),
);
