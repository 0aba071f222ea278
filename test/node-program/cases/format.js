const util = require('util');
console.log('%s %d %i %f %j %o %O %%', 'str', '42', 42.9, '1.5', { a: 1 }, [1], { b: { c: {} } }, 'extra', {
  x: 1,
});
console.log(
  '%s',
  null,
  undefined,
  5n,
  Symbol('a'),
  -0,
  [1, [2, [3]]],
  { a: { b: { c: 1 } } },
  class A {},
  () => 1,
);
console.log(
  util.format('%c css', 'x'),
  util.format('a', 'b'),
  util.format(1, 2, '3'),
  util.format('%x'),
  util.format('%s'),
);
console.log('100%', 'done');
