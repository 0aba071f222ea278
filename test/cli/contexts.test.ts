/**
 * Build contexts against the real client and engine: our `docker build` on our engine prints what they
 * print, and the image has what theirs has, names, kinds, modes, owners and times.
 *
 * Recorded by `node test/cli/record-contexts.mjs`.
 */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transport } from '../../src/api/index.ts';
import { PosixError } from '../../src/posix/index.ts';
import { openBareEngine } from '../support/bare-engine.ts';
import { runDocker } from '../support/run-docker.ts';
import { type ContextCase, contexts, listTar, plainly, prepare } from './contexts.mjs';

interface Recorded {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly files?: readonly string[];
}

const recorded: Record<string, Recorded> = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'recorded/contexts.json'), 'utf8'),
);

let work: string;
let transport: Transport;
beforeAll(async () => {
  work = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-context-'));
  transport = await openBareEngine();
});
afterAll(() => fs.rmSync(work, { recursive: true }));

async function replay(each: ContextCase): Promise<Recorded> {
  const cwd = fs.mkdtempSync(`${work}/`);
  const idFile = `${cwd}.id`;
  prepare(each, cwd);
  const input = each.input ? fs.readFileSync(path.resolve(cwd, each.input)) : new Uint8Array(0);
  const run = (words: readonly string[]): ReturnType<typeof runDocker> =>
    runDocker(transport, words, { cwd, input });
  const words = each.build.split(' ').map((word) => (word === '""' ? '' : word));
  const { exit, stdout, stderr } = await run(['build', '--no-cache', '--iidfile', idFile, ...words]);
  const printed = { exit, stdout: plainly(stdout.toString()), stderr: plainly(stderr.toString()) };
  if (exit !== 0) return printed;
  const created = await run(['create', fs.readFileSync(idFile, 'utf8'), 'x']);
  const exported = await run(['export', created.stdout.toString().trim()]);
  return { ...printed, files: listTar(exported.stdout) };
}

/** Which of two lines of progress comes first is a matter of a moment. */
function unordered({ stderr, ...rest }: Recorded, each: ContextCase): object {
  return { ...rest, ...(each.ownIgnore ? {} : { stderr: stderr.split('\n').sort() }) };
}

describe('build contexts', () => {
  for (const each of contexts) {
    it(each.name, async () => {
      expect(unordered(await replay(each), each)).toEqual(unordered(recorded[each.name]!, each));
    });
  }
});

it('says why a context broke off', async () => {
  const cwd = fs.mkdtempSync(`${work}/`);
  prepare({ name: '', setup: 'mkdir d; echo FROM scratch > Dockerfile', build: '' }, cwd);
  const readdir = (name: string): never | { name: string; ino: number; type: number }[] => {
    if (name.endsWith('/d')) throw new PosixError('EACCES');
    return fs.readdirSync(path.resolve(cwd, name)).map((entry) => ({ name: entry, ino: 0, type: 0 }));
  };
  const { exit, stderr } = await runDocker(transport, ['build', '-q', '.'], { cwd, calls: { readdir } });
  expect(stderr.toString()).toBe(
    'ERROR: failed to build: failed to solve: error from sender: open d: permission denied\n',
  );
  expect(exit).toBe(1);
});
