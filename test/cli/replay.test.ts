/**
 * Strata's `docker` against recordings of the real client: the engine's answers are those that were
 * recorded from a real engine, and what is printed has to be what the real client printed.
 *
 * Recorded by `node test/cli/compare.mjs --record`; what differs on purpose is in exceptions.json.
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Exchange, replayingTransport } from '../support/recorded-transport.ts';
import { runDocker } from '../support/run-docker.ts';
import { inOrder, normalise, type Printed } from './normalise.mjs';

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

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-replay-'));
afterAll(() => fs.rmSync(root, { recursive: true }));

/** Where the recording was made. */
const shownCwd = '/tmp/compare-cli-here';

function freshFolder(): string {
  const cwd = fs.mkdtempSync(`${root}/`);
  fs.cpSync(path.join(here, 'files'), cwd, { recursive: true });
  return cwd;
}

async function replay({ command, words, now, exchanges }: Recorded, cwd: string): Promise<Printed> {
  if (command.startsWith('! ')) return inShell(command.slice(2), cwd);
  const input = / < (\S+)$/.exec(command)?.[1];
  const variables = /^(?:[A-Z_]+=\S* )*/.exec(command)![0].trim().split(' ').filter(Boolean);
  const env = Object.fromEntries(variables.map((text) => text.split('=') as [string, string]));
  const { exit, stdout, stderr } = await runDocker(replayingTransport(exchanges), words, {
    cwd,
    shownCwd,
    env,
    now,
    ...(input === undefined ? {} : { input: fs.readFileSync(path.resolve(cwd, input)) }),
  });
  return { exit, stdout: stdout.toString(), stderr: stderr.toString() };
}

function inShell(line: string, cwd: string): Printed {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { cwd });
  return { exit: status ?? -1, stdout: stdout.toString(), stderr: stderr.toString() };
}

function normal(command: string, printed: Printed): Printed {
  const { exit, stdout, stderr } = inOrder(command, printed);
  return { exit, stdout: normalise(stdout), stderr: normalise(stderr) };
}

describe('the same to the byte', () => {
  const cwd = freshFolder();
  for (const [index, each] of read<Recorded[]>('same.json').entries()) {
    it(`${index}: ${each.command}`, async () => {
      expect(inOrder(each.command, await replay(each, cwd))).toEqual(each.ours ?? each.real);
    });
  }
});

describe('sessions, ids and times aside', () => {
  for (const [index, session] of read<Recorded[][]>('sessions.json').entries()) {
    it(`${index}: ${session[0]?.command}`, async () => {
      const cwd = freshFolder();
      for (const each of session) {
        expect({ command: each.command, ...normal(each.command, await replay(each, cwd)) }).toEqual({
          command: each.command,
          ...normal(each.command, each.ours ?? each.real),
        });
      }
    });
  }
});
