class A {
  #x = 1;
  static #y = 2;
  get x() {
    return this.#x;
  }
  static {
    this.z = A.#y;
  }
}
console.log(
  new A().x,
  A.z,
  [1, [2, [3]]].flat(Infinity),
  Object.fromEntries([['a', 1]]),
  'abc'.at(-1),
  [3, 1, 2].toSorted(),
  { ...{ a: 1 } },
  null ?? 'd',
  undefined?.x,
  2n ** 64n,
  'aXbX'.replaceAll('X', '-'),
);
function* gen() {
  const r = yield 1;
  console.log('r', r);
  return 2;
}
const g = gen();
console.log(g.next(), g.next('v'), g.next());
const { a, ...rest } = { a: 1, b: 2, c: 3 };
console.log(a, rest);
outer: for (const i of [1, 2]) {
  for (;;) {
    if (i > 0) continue outer;
  }
}
console.log(
  `${1 + 1}`,
  String.raw`\n`,
  /(?<y>\d{4})/.exec('in 2024').groups.y,
  new Date(Date.UTC(2024, 1, 29)).toISOString(),
);
console.log(
  [1, 2, 3].includes(2),
  Array.from('héy'),
  [1, 2, 3].findLast((n) => n < 3),
  new Set([1, 2]).has(2),
  Number.MAX_SAFE_INTEGER,
  0.1 + 0.2,
  (1234.5678).toFixed(2),
  parseInt('12px'),
  [...'ab'].entries().next(),
  Symbol('d').description,
  Promise.allSettled !== undefined,
);
