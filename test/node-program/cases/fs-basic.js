const fs = require('fs');
fs.writeFileSync('f.txt', 'one\n');
fs.appendFileSync('f.txt', 'two\n');
console.log(
  fs.readFileSync('f.txt', 'utf8'),
  fs.readFileSync('f.txt'),
  fs.existsSync('f.txt'),
  fs.existsSync('no'),
);
fs.copyFileSync('f.txt', 'g.txt');
fs.renameSync('g.txt', 'h.txt');
console.log(fs.readdirSync('.').filter((n) => n.endsWith('.txt')));
fs.unlinkSync('h.txt');
console.log(fs.existsSync('h.txt'));
