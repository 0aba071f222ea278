const { spawn } = require('child_process');
const c = spawn('cat', [], { stdio: ['pipe', 'pipe', 'inherit'] });
let text = '';
c.stdout.on('data', (d) => (text += d));
c.on('exit', (code, sig) => console.log('exit', code, sig));
c.on('close', (code) => console.log('close', code, text));
c.stdin.write('in ');
c.stdin.end('put');
console.log(typeof c.pid, c.spawnargs);
