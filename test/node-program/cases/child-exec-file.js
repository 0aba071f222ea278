const { execFile } = require('child_process');
execFile('echo', ['$HOME', 'a b'], (e, so) => {
  console.log(so);
  execFile('sh', ['-c', 'kill -9 $$'], (e) => console.log(e.signal, e.code));
});
