const fs = require('fs');
fs.mkdirSync('r/s', { recursive: true });
fs.symlinkSync('r/s', 'q');
console.log(fs.realpathSync('q') === fs.realpathSync('r/s'), fs.realpathSync('q/..') === process.cwd());
