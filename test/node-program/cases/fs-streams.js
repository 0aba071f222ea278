const fs = require('fs');
const w = fs.createWriteStream('s.txt');
w.write('one ');
w.write('two ');
w.end('three');
w.on('finish', () => {
  console.log(w.bytesWritten);
  fs.createReadStream('s.txt', { encoding: 'utf8', start: 4, end: 6 })
    .on('data', (d) => console.log(d))
    .on('close', () => console.log('closed'));
});
fs.createReadStream('none').on('error', (e) => console.log(e.code));
