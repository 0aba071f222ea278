const { exec } = require('child_process');
require('fs').mkdirSync('sub');
exec('echo $V; basename $(pwd)', { env: { ...process.env, V: 'value' }, cwd: 'sub' }, (e, so) =>
  process.stdout.write(so),
);
