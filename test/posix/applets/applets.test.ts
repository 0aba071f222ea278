/** Our applets against what the real busybox printed (recorded/, made by record.mjs). */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Box, bootBox } from './box.ts';
import { sorted, withoutUsage } from './cases.mjs';

interface Recorded {
  readonly cmd: string;
  /** Names come in the file system's order: compare sorted. */
  readonly unordered?: true;
  readonly stdout: string;
  readonly base64?: true;
  readonly stderr: string;
  readonly status: number;
}

const folder = new URL('recorded/', import.meta.url);
/** Where we differ on purpose, by command, with the reason. */
const exceptions = JSON.parse(readFileSync(new URL('exceptions.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;

let box: Box;
beforeAll(async () => {
  box = await bootBox();
});

for (const file of readdirSync(folder)) {
  describe(file.replace('.json', ''), () => {
    const cases = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Recorded[];
    for (const { cmd, unordered, stdout, base64, stderr, status } of cases) {
      if (Object.hasOwn(exceptions, cmd)) continue;
      it(cmd, async () => {
        const got = await box.run(cmd);
        const text = (bytes: Uint8Array) => withoutUsage(new TextDecoder().decode(bytes));
        const shown = (out: string) => (unordered ? sorted(out) : out);
        expect({
          stdout: shown(base64 ? btoa(String.fromCharCode(...got.stdout)) : text(got.stdout)),
          stderr: text(got.stderr),
          status: got.status,
        }).toEqual({ stdout: shown(stdout), stderr, status });
      });
    }
  });
}
