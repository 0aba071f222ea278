// needs: jspi
const { spawnSync } = require('child_process');
for (const args of [
  ['--no-such'],
  ['--unhandled-rejections=foo', '-e', '1'],
  ['--unhandled-rejections', 'foo', '-e', '1'],
  ['--input-type=foo', '-e', '1'],
  ['--input-type'],
  ['--import'],
  ['--unhandled-rejections', 'warn', '-p', 'process.execArgv'],
]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  console.log(args, status, stdout, stderr.replaceAll(process.execPath, 'node'));
}
