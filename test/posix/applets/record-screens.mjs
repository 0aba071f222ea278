/**
 * Records what the real busybox 1.37 shows in the sessions of screens/*.txt, into recorded-screens/*.json:
 *
 *   sh test/posix/build-busybox.sh
 *   node test/posix/applets/record-screens.mjs [--busybox PATH] [FILE…]
 *
 * Needs root and python3 (on-terminal.py). Each session runs in a room as record.mjs's cases do. A step's screen
 * is kept as it is once nothing more comes.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openRoom } from './room.mjs';
import { createScreen, keysOf, readSessions, SIZE } from './screens.mjs';

const here = new URL('.', import.meta.url).pathname;
const { values, positionals } = parseArgs({
  options: { busybox: { type: 'string', default: '/tmp/strata-busybox/busybox' } },
  allowPositionals: true,
});
const room = openRoom(values.busybox);
mkdirSync(join(here, 'recorded-screens'), { recursive: true });
for (const file of readdirSync(join(here, 'screens'))) {
  if (positionals.length > 0 && !positionals.some((name) => name.endsWith(file))) continue;
  const recorded = [];
  for (const { cmd, steps } of readSessions(readFileSync(join(here, 'screens', file), 'utf8'))) {
    const { stdout } = spawnSync('python3', [join(here, 'on-terminal.py')], {
      input: JSON.stringify({ argv: room.prepare(cmd), ...SIZE, steps: steps.map(keysOf) }),
      encoding: 'utf8',
    });
    const screen = createScreen();
    const screens = [];
    for (const output of JSON.parse(stdout)) {
      await screen.write(Buffer.from(output, 'base64'));
      screens.push(screen.show());
    }
    recorded.push({ cmd, steps: ['', ...steps].map((keys, i) => ({ keys, screen: screens[i] })) });
  }
  writeFileSync(
    join(here, 'recorded-screens', file.replace('.txt', '.json')),
    `${JSON.stringify(recorded, null, 1)}\n`,
  );
  console.log(`${file}: ${recorded.length} sessions`);
}
room.clear();
