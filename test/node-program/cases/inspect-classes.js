class A {
  constructor() {
    this.a = 1;
  }
  static s = 1;
  #p = 2;
  method() {}
}
class B extends A {
  get [Symbol.toStringTag]() {
    return 'tagged';
  }
}
console.log(
  new A(),
  new B(),
  A,
  B,
  Object.assign(() => {}, { x: 1 }),
);
