const fs = require('fs');
for (const f of [
  () => fs.readFileSync('nope'),
  () => fs.readdirSync('nope'),
  () => fs.mkdirSync('files'),
  () => fs.rmdirSync('files'),
  () => fs.readFileSync('files'),
  () => fs.unlinkSync('nope'),
  () => fs.renameSync('nope', 'other'),
  () => fs.openSync('nope', 'r'),
  () => fs.statSync('nope/x'),
  () => fs.copyFileSync('nope', 'b'),
  () => fs.accessSync('nope'),
  () => fs.rmSync('nope'),
  () => fs.rmSync('files'),
  () => fs.symlinkSync('x', 'files'),
  () => fs.readlinkSync('files'),
  () => fs.closeSync(99),
  () => fs.writeFileSync('files', 'x'),
  () => fs.readFileSync('fs-errors.js/x'),
]) {
  try {
    f();
    console.log('no error');
  } catch (e) {
    console.log(e.code, e.syscall, e.errno, e.message);
  }
}
