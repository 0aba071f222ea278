/**
 * Records what the real busybox 1.37 prints for cases/*.txt into recorded/*.json:
 *
 *   sh test/posix/build-busybox.sh
 *   node test/posix/applets/record.mjs [--busybox PATH] [FILE…]
 *
 * Each case runs in a room of its own (room.mjs). One thing is changed in what is kept: the help text
 * behind a usage error is cut, since it is not ours to copy.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCases, withoutUsage } from './cases.mjs';
import { openRoom } from './room.mjs';

const here = new URL('.', import.meta.url).pathname;
const { values, positionals } = parseArgs({
  options: { busybox: { type: 'string', default: '/tmp/strata-busybox/busybox' } },
  allowPositionals: true,
});
const room = openRoom(values.busybox);
mkdirSync(join(here, 'recorded'), { recursive: true });
for (const file of readdirSync(join(here, 'cases'))) {
  if (positionals.length > 0 && !positionals.some((name) => name.endsWith(file))) continue;
  const recorded = readCases(readFileSync(join(here, 'cases', file), 'utf8')).map(({ cmd, unordered }) => {
    const { stdout, stderr, status } = room.run(cmd);
    if (/: not found$/m.test(stderr)) console.log(`${file}: not found: ${cmd}`);
    const text = stdout.toString('utf8');
    const exact = Buffer.from(text, 'utf8').equals(stdout);
    return {
      cmd,
      ...(unordered ? { unordered } : {}),
      stdout: exact ? withoutUsage(text) : stdout.toString('base64'),
      ...(exact ? {} : { base64: true }),
      stderr: withoutUsage(stderr.toString('utf8')),
      status,
    };
  });
  writeFileSync(
    join(here, 'recorded', file.replace('.txt', '.json')),
    `${JSON.stringify(recorded, null, 1)}\n`,
  );
  console.log(`${file}: ${recorded.length} cases`);
}
room.clear();
