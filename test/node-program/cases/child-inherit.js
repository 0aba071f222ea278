const { spawn } = require('child_process');
spawn('echo', ['inherited'], { stdio: 'inherit' }).on('close', (c) => console.log('done', c));
