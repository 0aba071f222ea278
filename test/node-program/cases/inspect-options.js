const util = require('util');
console.log(util.inspect({ a: 1, b: [1, 2, { c: 3 }] }, { compact: false }));
console.log(
  util.inspect('x'.repeat(10), { maxStringLength: 4 }),
  util.inspect([1, 2, 3, 4], { maxArrayLength: 2 }),
);
console.log(util.inspect({ b: 1, a: 2 }, { sorted: true }), util.inspect({ a: 1 }, { colors: true }));
