/** Plays recorded cases again, one test each; what is meant to differ is in differences.json with its reason. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { bootMachine } from './machine.ts';

interface Recorded {
  readonly name: string;
  readonly mode: string;
  readonly script: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

interface Shell {
  readonly boot: () => ReturnType<typeof bootMachine>;
  /** Its name in /bin. */
  readonly name: string;
  readonly env?: Record<string, string>;
}

/** `here` holds recorded/*.json and differences.json. A difference that is gone fails as well. */
export function replayRecorded(here: string, { boot, name: shell, env = {} }: Shell): void {
  const differences: Record<string, string> = JSON.parse(
    readFileSync(join(here, 'differences.json'), 'utf8'),
  );
  for (const file of readdirSync(join(here, 'recorded')).sort()) {
    const cases: Recorded[] = JSON.parse(readFileSync(join(here, 'recorded', file), 'utf8'));
    const section = file.replace('.json', '');
    describe(section, () => {
      it.concurrent.each(cases)('$name', async ({ name, mode, script, stdout, stderr, status }) => {
        const machine = await boot();
        if (mode === 'file') await machine.put('/tmp/case.sh', script);
        const args =
          mode === 'file'
            ? ['./case.sh', 'one', 'two words', 'three']
            : mode === 'stdin'
              ? []
              : ['-c', script];
        const ours = await machine.run([shell, ...args], { input: mode === 'stdin' ? script : '', env });
        const theirs = { status, stdout: utf8(stdout), stderr: utf8(stderr) };
        if (differences[`${section}/${name}`]) expect(ours).not.toEqual(theirs);
        else expect(ours).toEqual(theirs);
      });
    });
  }
}

const utf8 = (binary: string): string => Buffer.from(binary, 'latin1').toString();
