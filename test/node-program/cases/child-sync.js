// needs: jspi
const { execSync, spawnSync, execFileSync } = require('child_process');
console.log(
  execSync('echo sync; echo e >&2', { stdio: 'pipe' }).toString(),
  execFileSync('echo', ['x'], { encoding: 'utf8' }),
);
const r = spawnSync('sh', ['-c', 'cat; exit 4'], { input: 'fed' });
console.log(r.status, r.stdout.toString(), r.signal);
try {
  execSync('exit 7', { stdio: 'pipe' });
} catch (e) {
  console.log(e.status, e.message);
}
console.log(spawnSync('nope').error.code);
