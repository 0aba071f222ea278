console.log(
  JSON.stringify({ a: [1, { b: undefined, c: () => 1, d: null, e: NaN, f: new Date(0) }], s: 'é"\n' }),
  JSON.stringify({ x: 1, y: [1, 2] }, null, 2),
  JSON.parse('[1,"a",{"b":null}]', (k, v) => (k === 'b' ? 'revived' : v)),
);
const c = {};
c.c = c;
try {
  JSON.stringify(c);
} catch (e) {
  console.log(e.name, e.message.split('\n')[0]);
}
