/**
 * Finds a Chromium for the browser tests: $CHROMIUM, an installed one, or the one inside
 * @sparticuz/chromium's package. Prints its path, or one line on stderr and status 1.
 */
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
  const chosen = process.env.CHROMIUM ? [process.env.CHROMIUM] : INSTALLED;
  const installed = chosen.find((file) => existsSync(file));
  if (installed || process.env.CHROMIUM) return installed;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return await packed.executablePath();
  } catch {
    return undefined;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = await findChromium();
  if (found) console.log(found);
  else {
    console.error('no Chromium found: install one (apt-get install chromium) or set CHROMIUM');
    process.exitCode = 1;
  }
}
