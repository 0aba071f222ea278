/** `npm test`: builds what is missing, finds a browser, runs vitest. `long` runs the long forms as well. */
import { spawnSync } from 'node:child_process';
import { build } from './build.mjs';
import { findChromium } from './find-chromium.mjs';

const [form, ...rest] = process.argv.slice(2);
const long = form === 'long';
await build();
const chromium = await findChromium();
if (!chromium) {
  console.error(
    'no Chromium found: install one (apt-get install chromium) or set CHROMIUM; the browser tests fail without it',
  );
}
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...(long ? rest : process.argv.slice(2))],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(chromium ? { CHROMIUM: chromium } : {}),
      ...(long ? { STRATA_LONG: '1' } : {}),
    },
  },
);
process.exitCode = status ?? 1;
