const { spawn } = require('child_process');
const c = spawn('sleep', ['100']);
c.on('exit', (code, sig) => console.log(code, sig, c.killed));
setTimeout(() => console.log(c.kill()), 20);
