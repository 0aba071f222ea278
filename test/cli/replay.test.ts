/**
 * Strata's `docker` against recordings of the real client: the engine's answers are those that were
 * recorded from a real engine, and what is printed has to be what the real client printed.
 *
 * Recorded by `node test/cli/compare.mjs --record`; what differs on purpose is in exceptions.json.
 */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Exchange, replayingTransport } from '../support/recorded-transport.ts';
import { runDocker } from '../support/run-docker.ts';
import { normalise } from './normalise.mjs';

interface Printed {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Recorded {
  readonly command: string;
  readonly real: Printed;
  /** Where it differs from the real client's on purpose. */
  readonly ours?: Printed;
  readonly words: readonly string[];
  readonly now: number;
  readonly exchanges: readonly Exchange[];
}

const here = import.meta.dirname;
const read = <T>(name: string): T =>
  JSON.parse(fs.readFileSync(path.join(here, 'recorded', name), 'utf8')) as T;

const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-replay-'));
fs.cpSync(path.join(here, 'files'), cwd, { recursive: true });
afterAll(() => fs.rmSync(cwd, { recursive: true }));

async function replay({ command, words, now, exchanges }: Recorded): Promise<Printed> {
  const input = /<\s*(\S+)/.exec(command)?.[1];
  const { exit, stdout, stderr } = await runDocker(replayingTransport(exchanges), words, {
    cwd,
    now,
    ...(input === undefined ? {} : { input: fs.readFileSync(path.resolve(cwd, input)) }),
  });
  return { exit, stdout: stdout.toString(), stderr: stderr.toString() };
}

const normal = ({ exit, stdout, stderr }: Printed): Printed => ({
  exit,
  stdout: normalise(stdout),
  stderr: normalise(stderr),
});

describe('the same to the byte', () => {
  for (const [index, each] of read<Recorded[]>('same.json').entries()) {
    it(`${index}: ${each.command}`, async () => {
      expect(await replay(each)).toEqual(each.ours ?? each.real);
    });
  }
});

describe('sessions, ids and times aside', () => {
  for (const [index, session] of read<Recorded[][]>('sessions.json').entries()) {
    it(`${index}: ${session[0]?.command}`, async () => {
      for (const each of session) {
        expect({ command: each.command, ...normal(await replay(each)) }).toEqual({
          command: each.command,
          ...normal(each.ours ?? each.real),
        });
      }
    });
  }
});
