const fs = require('fs');
fs.mkdirSync('t/sub', { recursive: true });
fs.writeFileSync('t/file', '');
fs.symlinkSync('file', 't/link');
for (const e of fs.readdirSync('t', { withFileTypes: true }))
  console.log(e.name, e.isFile(), e.isDirectory(), e.isSymbolicLink(), e.constructor.name);
