/**
 * Our shell as bash against what bash 5.2 did, case by case (test/posix/bash/record.mjs records).
 *
 * Differences that are meant are in differences.json, each with its reason.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createShellMain } from '../../../src/sh/index.ts';
import { bootMachine } from '../sh/machine.ts';

const here = dirname(fileURLToPath(import.meta.url));

interface Recorded {
  readonly name: string;
  readonly mode: string;
  readonly script: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

const differences: Record<string, string> = JSON.parse(readFileSync(join(here, 'differences.json'), 'utf8'));

const utf8 = (binary: string): string => Buffer.from(binary, 'latin1').toString();

for (const file of readdirSync(join(here, 'recorded')).sort()) {
  const cases: Recorded[] = JSON.parse(readFileSync(join(here, 'recorded', file), 'utf8'));
  const section = file.replace('.json', '');
  describe(section, () => {
    it.concurrent.each(cases)('$name', async ({ name, mode, script, stdout, stderr, status }) => {
      const machine = await bootMachine('bash', { bash: createShellMain({ dialect: 'bash' }) });
      if (mode === 'file') await machine.put('/tmp/case.sh', script);
      const args =
        mode === 'file' ? ['./case.sh', 'one', 'two words', 'three'] : mode === 'stdin' ? [] : ['-c', script];
      const ours = await machine.run(['bash', ...args], {
        input: mode === 'stdin' ? script : '',
        env: { LC_ALL: 'C.UTF-8' },
      });
      const theirs = { status, stdout: utf8(stdout), stderr: utf8(stderr) };
      if (differences[`${section}/${name}`]) expect(ours).not.toEqual(theirs);
      else expect(ours).toEqual(theirs);
    });
  });
}
