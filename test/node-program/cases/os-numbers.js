const os = require('os');
const util = require('util');
console.log(os.getPriority(), os.getPriority(process.pid), { ...os.constants.priority });
try {
  os.getPriority(999_999);
} catch (error) {
  console.log(error.name, error.code, error.message, error.info);
}
const { ENOENT, EACCES, EPIPE, ENOTEMPTY, ELOOP } = os.constants.errno;
console.log({ ENOENT, EACCES, EPIPE, ENOTEMPTY, ELOOP });
console.log(util.getSystemErrorName(-2), util.getSystemErrorName(-9999), util.getSystemErrorMap().get(-13));
for (const wrong of [2, 'x', -1.5])
  try {
    util.getSystemErrorName(wrong);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
