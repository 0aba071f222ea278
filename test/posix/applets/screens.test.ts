/** Our full-screen applets against what the real busybox showed (recorded-screens/, by record-screens.mjs). */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Box, bootBox } from './box.ts';
import { createScreen, keysOf, SIZE } from './screens.mjs';

interface Recorded {
  readonly cmd: string;
  readonly steps: readonly { readonly keys: string; readonly screen: string }[];
}

const folder = new URL('recorded-screens/', import.meta.url);

let box: Box;
beforeAll(async () => {
  box = await bootBox();
});

for (const file of readdirSync(folder)) {
  describe(file.replace('.json', ''), () => {
    const sessions = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Recorded[];
    for (const { cmd, steps } of sessions) {
      it(`${cmd}: ${steps.map(({ keys }) => keys).join(' ')}`.slice(0, 100), {
        timeout: 60_000,
      }, async () => {
        const session = await box.open(cmd, SIZE);
        const screen = createScreen();
        const shown: string[] = [];
        for (const { keys } of steps) {
          if (keys !== '') await session.type(keysOf(keys));
          await screen.write(await session.output());
          shown.push(`${keys}\n${screen.show()}`);
        }
        session.close();
        expect(shown).toEqual(steps.map((step) => `${step.keys}\n${step.screen}`));
      });
    }
  });
}
