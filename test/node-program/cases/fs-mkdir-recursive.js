const fs = require('fs');
console.log(
  require('path').basename(fs.mkdirSync('a/b/c', { recursive: true })),
  fs.mkdirSync('a/b', { recursive: true }),
);
fs.writeFileSync('a/b/f', 'x');
console.log(fs.readdirSync('a', { recursive: true }).sort());
fs.rmSync('a', { recursive: true });
console.log(fs.existsSync('a'));
fs.rmSync('a', { force: true });
