console.log(require('fs') === require('node:fs'), require('path') === require('node:path').posix);
try {
  require('node:nope');
} catch (e) {
  console.log(e.code, e.message);
}
