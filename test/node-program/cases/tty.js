const fs = require('fs');
const tty = require('tty');
console.log(tty.isatty(0), tty.isatty(99), tty.isatty('x'), process.stdout instanceof tty.WriteStream);
console.log(process.stdin.isRaw, process.stdin.setRawMode, process.stdout.isTTY, process.stdout.columns);
for (const wrong of [() => new tty.ReadStream(-1), () => new tty.WriteStream('x'), () => new tty.WriteStream(fs.openSync('f', 'w'))])
  try {
    wrong();
  } catch (error) {
    console.log(error.name, error.code, error.message, error.info);
  }
const depth = (env) => tty.WriteStream.prototype.getColorDepth(env);
for (const env of [
  {},
  { TERM: 'xterm-256color' },
  { TERM: 'xterm' },
  { TERM: 'dumb', COLORTERM: 'truecolor' },
  { TERM: 'linux' },
  { TERM: 'vt220' },
  { TERM: 'screen.xterm-256color' },
  { COLORTERM: '24bit' },
  { COLORTERM: 'yes' },
  { NO_COLOR: '' },
  { TMUX: '1' },
  { TERM: 'mosh' },
  { FORCE_COLOR: '' },
  { FORCE_COLOR: '2' },
  { FORCE_COLOR: '3' },
  { FORCE_COLOR: '0' },
])
  console.log(env, depth(env));
