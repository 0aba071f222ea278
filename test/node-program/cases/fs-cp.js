const fs = require('fs');
fs.mkdirSync('from/deep', { recursive: true });
fs.writeFileSync('from/deep/f', 'x');
fs.cpSync('from', 'to', { recursive: true });
console.log(fs.readFileSync('to/deep/f', 'utf8'));
try {
  fs.cpSync('from', 'x');
} catch (e) {
  console.log(e.code);
}
