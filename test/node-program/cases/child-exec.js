const { exec } = require('child_process');
exec('echo out; echo err >&2; exit 3', (e, so, se) => {
  console.log(e.code, e.killed, JSON.stringify(so), JSON.stringify(se), e.message);
  exec('echo fine', (e, so) => console.log(e, so));
});
