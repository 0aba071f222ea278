const util = require('util');
console.log(
  util.isDeepStrictEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }),
  util.isDeepStrictEqual([1], ['1']),
  util.stripVTControlCharacters('\x1b[31mred\x1b[0m'),
  util.inspect.defaultOptions.depth,
);
const old = util.deprecate(() => 'result', 'old is deprecated', 'DEP1');
process.on('warning', (w) => console.log(w.name, w.message, w.code));
console.log(old());
old();
console.log(util.types === require('util/types'), util.inspect(new Proxy({ a: 1 }, {})));
