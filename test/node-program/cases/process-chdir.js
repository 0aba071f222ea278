require('fs').mkdirSync('dir');
process.chdir('dir');
console.log(require('path').basename(process.cwd()));
try {
  process.chdir('/nope');
} catch (e) {
  console.log(e.code, e.syscall, e.message.startsWith('ENOENT: no such file or directory, chdir'));
}
