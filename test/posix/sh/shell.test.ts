/** Our shell against what busybox 1.37's did, case by case (test/posix/record.mjs records). */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bootMachine } from './machine.ts';
import { replayRecorded } from './replay.ts';

replayRecorded(dirname(fileURLToPath(import.meta.url)), { name: 'sh', boot: () => bootMachine('ash') });
