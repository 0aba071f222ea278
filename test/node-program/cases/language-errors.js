for (const f of [
  () => undefinedName,
  () => {
    const c = 1;
    c = 2;
  },
  () => null.x,
  () => undefined.x.y,
  () => {
    const o = {};
    o.method();
  },
  () => new Array(-1),
  () => (1).toString(99),
  () => {
    x;
    let x;
  },
  () => Symbol() + '',
  () => ({}).a.b,
  () => decodeURIComponent('%'),
  () =>
    new (class {
      constructor() {
        this.y.z = 1;
      }
    })(),
  () => {
    undefinedVar = 1;
  },
]) {
  try {
    f();
  } catch (e) {
    console.log(e.name + ': ' + e.message);
  }
}
