const fs = require('fs');
fs.writeFileSync('x', '');
fs.accessSync('x', fs.constants.R_OK | fs.constants.W_OK);
fs.access('x', (e) => {
  console.log(e);
  fs.access('no', (e) => console.log(e.code));
});
console.log(fs.constants.F_OK, fs.constants.COPYFILE_EXCL);
try {
  fs.copyFileSync('x', 'x', 1);
} catch (e) {
  console.log(e.code);
}
