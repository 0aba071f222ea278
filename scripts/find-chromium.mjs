/**
 * Finds a Chromium for the browser tests: $CHROMIUM, an installed one, the one inside
 * @sparticuz/chromium's package where its libraries are there; else installs Debian's, where one may.
 *
 *     node scripts/find-chromium.mjs     prints its path, or one line on stderr and status 1
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a browser that can be started, or undefined. */
export async function findChromium() {
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : undefined;
  return INSTALLED.find((file) => existsSync(file)) ?? (await packed());
}

/** The same, after an attempt to install one where there is none. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found || process.env.CHROMIUM || !mayInstall()) return found;
  process.stderr.write('no Chromium found: installing Debian’s\n');
  const apt = (...words) =>
    spawnSync('apt-get', words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  return findChromium();
}

/** Its package has no libraries: a bare machine may lack some. */
async function packed() {
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const file = await chromium.executablePath();
    return spawnSync(file, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0
      ? file
      : undefined;
  } catch {
    return undefined;
  }
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = await ensureChromium();
  if (found) console.log(found);
  else {
    console.error('no Chromium found: install one (apt-get install chromium) or set CHROMIUM');
    process.exitCode = 1;
  }
}
