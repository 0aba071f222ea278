console.log({ a: { b: { c: { d: 1 } } }, arr: [[[[1]]]] });
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
console.log(require('util').inspect({ a: { b: { c: { d: 1 } } } }, { depth: null }));
