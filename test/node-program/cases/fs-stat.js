const fs = require('fs');
fs.writeFileSync('s', '12345');
fs.symlinkSync('s', 'l');
fs.chmodSync('s', 0o640);
const s = fs.statSync('s');
console.log(
  s.size,
  s.isFile(),
  s.isDirectory(),
  (s.mode & 0o777).toString(8),
  s.mtime instanceof Date,
  typeof s.mtimeMs,
  s.nlink,
);
console.log(
  fs.lstatSync('l').isSymbolicLink(),
  fs.statSync('l').isFile(),
  fs.readlinkSync('l'),
  fs.statSync('.').isDirectory(),
);
console.log(
  fs.statSync('nope', { throwIfNoEntry: false }),
  typeof fs.statSync('s', { bigint: true }).size,
  Object.keys(s).length,
  s.constructor.name,
);
