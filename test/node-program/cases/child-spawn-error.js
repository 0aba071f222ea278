const { spawn } = require('child_process');
spawn('no-such-program', ['x']).on('error', (e) =>
  console.log(e.code, e.syscall, e.path, e.spawnargs, e.message),
);
