const fs = require('fs');
fs.writeFileSync('t', '');
fs.symlinkSync('t', 'link');
fs.utimesSync('t', 10, 20);
fs.lutimesSync('link', 30, 40);
const times = (stat) => [stat.atimeMs, stat.mtimeMs];
// Following a link is a use of it, which may change its time.
console.log(times(fs.statSync('t')), fs.lstatSync('link').mtimeMs);
const fd = fs.openSync('t', 'r+');
fs.futimesSync(fd, 50, new Date(60_000));
console.log(times(fs.fstatSync(fd)));
fs.closeSync(fd);
fs.promises
  .lutimes('link', 1, 2)
  .then(() => console.log(fs.lstatSync('link').mtimeMs, times(fs.statSync('t'))))
  .then(() => fs.promises.lutimes('none', 1, 2))
  .catch((error) => {
    console.log(error.message);
    fs.lutimes('none', 1, 2, (refused) => console.log(refused.message));
  });
