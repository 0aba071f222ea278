const url = require('url');
const p = url.parse('http://user@host:80/p/a?q=1&r=2#h', true);
console.log(p.protocol, p.host, p.port, p.pathname, p.search, { ...p.query }, p.hash, p.auth, p.path);
console.log(
  url.format({ protocol: 'http', host: 'h.com', pathname: '/x', query: { a: 1 } }),
  url.resolve('/one/two', 'three'),
  url.fileURLToPath('file:///a%20b'),
  url.pathToFileURL('/x y').href,
);
