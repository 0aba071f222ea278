const q = require('querystring');
console.log(
  { ...q.parse('a=1&b=2&a=3&c=%20x+y&d') },
  q.stringify({ a: [1, 2], b: 'x y', c: true, d: null }),
  q.escape('a b&c'),
  q.unescape('%41'),
  q.parse('a:1;b:2', ';', ':').b,
);
