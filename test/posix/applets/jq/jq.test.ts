/** Our jq against what the real one printed (recorded.json, made by record.mjs). */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { programs } from '../../../../src/userland/index.ts';
import { type Box, bootBox } from '../box.ts';

interface Recorded {
  readonly cmd: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

const recorded = JSON.parse(
  readFileSync(new URL('recorded.json', import.meta.url), 'utf8'),
) as readonly Recorded[];

let box: Box;
beforeAll(async () => {
  box = await bootBox({ programs: { jq: programs['jq']! } });
});

const run = async (cmd: string, timeout?: number) => {
  const { stdout, stderr, status } = await box.run(cmd, timeout);
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { stdout: text(stdout), stderr: text(stderr), status };
};

it.each(recorded)('$cmd', async ({ cmd, ...expected }) => {
  expect(await run(cmd)).toEqual(expected);
});

it('can be stopped while it computes', async () => {
  const { status } = await run("timeout -s KILL 1 jq -n 'last(range(1e12))'", 8000);
  expect(status).toBe(137);
});

it('prints what comes before the input ends', async () => {
  const { stdout } = await run('(echo 1; sleep 1; echo 2) | jq -c --unbuffered "[.]" | head -n 1');
  expect(stdout).toBe('[1]\n');
});

it('has the functions that other versions have too', async () => {
  const { stdout } = await run(
    `jq -nc '[" a "|trim,ltrim,rtrim], ("a"|@base32, (@base32|@base32d)), ([1,[2]]|[leaf_paths]), ([-1,1]|map(abs)), (1|toarray), (0|date)'`,
  );
  expect(stdout).toBe('["a","a "," a"]\n"ME======"\n"a"\n[[0],[1,0]]\n[1,1]\n[1]\n"1970-01-01T00:00:00Z"\n');
});

it('refuses the longest match, which depends on how the real one searches', async () => {
  const { stdout } = await run(`jq -nc '"foobar"|try test("o|oo";"l") catch .'`);
  expect(stdout).toBe('"Regex failure: the longest match (l) is not supported"\n');
});
