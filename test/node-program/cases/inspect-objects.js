console.log({
  a: 1,
  b: 'two',
  c: [1, 2, 3],
  d: { e: { f: { g: 1 } } },
  h: undefined,
  i: null,
  j: true,
  'k-l': 1,
});
console.log([
  1.5,
  -0,
  NaN,
  10n,
  'x',
  Symbol('s'),
  () => {},
  function named() {},
  class A {},
  class B extends Array {},
]);
console.log(
  [undefined, null, , 3],
  [],
  {},
  Object.create(null),
  new (class Foo {
    constructor() {
      this.x = 1;
    }
  })(),
);
