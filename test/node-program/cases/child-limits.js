// needs: jspi
const { spawnSync, execSync } = require('child_process');
const shown = ({ status, signal, error, stdout }) =>
  console.log(status, signal, error?.message, error?.code, error?.errno, error?.syscall, String(stdout));
shown(spawnSync('sh', ['-c', 'echo abcdef; sleep 5'], { maxBuffer: 3 }));
shown(spawnSync('sleep', ['5'], { timeout: 50 }));
shown(spawnSync('sleep', ['5'], { timeout: 50, killSignal: 'SIGKILL' }));
shown(spawnSync('echo', ['abc'], { maxBuffer: 4 }));
try {
  execSync('echo abcdef; sleep 5', { maxBuffer: 2, encoding: 'utf8', stdio: 'pipe' });
} catch (error) {
  console.log(error.code, error.message, error.stdout, error.status, error.signal);
}
try {
  spawnSync('true', { maxBuffer: -1 });
} catch (error) {
  console.log(error.code, error.message);
}
