const fs = require('fs');
const { spawn } = require('child_process');
fs.chmodSync('.', 0o777);
// What leads here may be closed to others.
const child = spawn('sh', ['-c', 'echo x > made'], { uid: 1000, gid: 7, stdio: 'ignore' });
child.on('close', (code) => {
  console.log(code, fs.existsSync('made') && [fs.statSync('made').uid, fs.statSync('made').gid]);
});
for (const options of [{ uid: 'x' }, { gid: 1.5 }])
  try {
    spawn('true', [], options);
  } catch (error) {
    console.log(error.code, error.message);
  }
