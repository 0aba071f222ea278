const { execFile } = require('child_process');
execFile('node', ['-e', 'console.log(process.argv.slice(1), 1 + 1)', 'arg'], (e, so) => console.log(e, so));
