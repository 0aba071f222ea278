/**
 * `npm test [-- FILE…]`: builds what is missing, finds or installs a browser, runs vitest.
 * `npm run test:long` runs the long forms as well.
 */
import { spawnSync } from 'node:child_process';
import { build } from './build.mjs';
import { ensureChromium } from './find-chromium.mjs';

const words = process.argv.slice(2);
const long = words[0] === 'long';
await build();
const chromium = await ensureChromium();
if (!chromium) {
  console.error(
    'no Chromium found: install one (apt-get install chromium) or set CHROMIUM; the browser tests fail without it',
  );
}
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...(long ? words.slice(1) : words)],
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
