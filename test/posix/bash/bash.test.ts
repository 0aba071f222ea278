/** Our shell as bash against what bash 5.2 did, case by case (test/posix/bash/record.mjs records). */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createShellMain } from '../../../src/sh/index.ts';
import { bootMachine } from '../sh/machine.ts';
import { replayRecorded } from '../sh/replay.ts';

replayRecorded(dirname(fileURLToPath(import.meta.url)), {
  name: 'bash',
  boot: () => bootMachine('bash', { bash: createShellMain({ dialect: 'bash' }) }),
  env: { LC_ALL: 'C.UTF-8' },
});
