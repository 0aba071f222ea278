/**
 * `npm run check`: types, format and lint, layering, dead code, tidiness, size budget; under 30 s.
 *
 * Everything runs side by side; each failure prints its tool's output. Exit status 1 if any failed.
 */
import { spawn } from 'node:child_process';

const bin = (name) => `node_modules/.bin/${name}`;
/** What has not changed since the last time is not checked again. */
const types = (part) => [
  ...['node_modules/typescript-7/bin/tsc', '-p', `tsconfig.${part}.json`],
  ...['--incremental', '--tsBuildInfoFile', `build/types-${part}.tsbuildinfo`],
];
const checks = {
  'types (core)': types('core'),
  'types (page)': types('page'),
  'types (node, tests)': types('node'),
  'format and lint': [bin('biome'), 'check', '--error-on-warnings', '.'],
  layering: [bin('depcruise'), '--config', '.dependency-cruiser.mjs', '--output-type', 'err', 'src'],
  'dead code': [bin('knip'), '--no-progress'],
  tidiness: [process.execPath, 'scripts/tidy.mjs'],
  'size budget': [process.execPath, 'scripts/size.mjs'],
};

const wanted = process.argv.slice(2);
const names = Object.keys(checks).filter(
  (name) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
);
const started = Date.now();
// Two at a time: each of them is busy with a core of its own.
const queue = [...names];
let failed = 0;
await Promise.all([worker(), worker()]);
console.log(
  `${names.length - failed} of ${names.length} checks passed in ${((Date.now() - started) / 1000).toFixed(1)} s`,
);
process.exitCode = failed ? 1 : 0;

async function worker() {
  for (let name = queue.shift(); name; name = queue.shift()) {
    const begun = Date.now();
    const { status, output } = await run(checks[name]);
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    if (status !== 0) failed++;
    console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
    if (status !== 0) console.log(output.trimEnd());
  }
}

function run([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, npm_config_loglevel: 'error' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ status: 1, output: String(error) }));
    child.on('close', (status) => resolve({ status, output }));
  });
}
