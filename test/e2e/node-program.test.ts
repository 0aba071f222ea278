/** `node` in the tab: under its policy of content, waiting by promise integration, signalled in a loop. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { cases, comparable } from '../node-program/cases.mjs';
import { execIn } from '../support/browser.ts';
import { visitSite } from '../support/site.ts';

const cased = new URL('../node-program/', import.meta.url).pathname;
const read = (name: string) => JSON.parse(readFileSync(path.join(cased, name), 'utf8'));
const exceptions: Record<string, string> = read('exceptions.json');
const { outcomes } = read('recorded.json');

/** What is typed at once, in base64. */
const PIECE = 50_000;

const visit = visitSite();

/** A folder for each case as the recorder makes it, and a script that runs all, in a compressed archive. */
function archive(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'node-cases-'));
  const lines = cases.map(({ name, text, command, stdin }, index) => {
    const folder = path.join(root, String(index));
    mkdirSync(folder);
    writeFileSync(path.join(folder, name), text);
    writeFileSync(path.join(root, `${index}.in`), stdin);
    writeFileSync(path.join(root, `${index}.sh`), `exec ${command}`);
    return `run ${index}`;
  });
  cpSync(path.join(cased, 'files'), path.join(root, 'files'), { recursive: true });
  renameSync(path.join(root, 'files/packages'), path.join(root, 'node_modules'));
  const run = `run() {
    cp -r files node_modules $1
    (cd $1; env -i PATH="$PATH" HOME="$PWD" USER=root sh ../$1.sh <../$1.in >../out 2>../err)
    echo "$? $(base64 -w 0 <out) $(base64 -w 0 <err)"
  }`;
  writeFileSync(path.join(root, 'all.sh'), `cd /cases\n${run}\n${lines.join('\n')}\n`);
  const { stdout } = spawnSync('tar', ['-czC', root, '.'], { maxBuffer: 1 << 26 });
  rmSync(root, { recursive: true });
  return stdout.toString('base64');
}

it('installs it, runs scripts with it, and ends a loop', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  const image = String.raw`printf 'FROM alpine\nRUN apk add -q nodejs\n' | docker build -q -t n -f - .`;
  expect(await execIn(page, image)).toMatchObject({ exit: 0 });
  const run = (script: string) => execIn(page, `docker run --rm -i n node -e '${script}'`);
  expect(await run('console.log([6 * 7], typeof indexedDB)')).toMatchObject({
    exit: 0,
    stdout: '[ 42 ] undefined\n',
  });
  const waiting = 'console.log(require("child_process").execSync("sleep 0.2; echo child").toString())';
  expect(await run(waiting)).toMatchObject({ exit: 0, stdout: 'child\n\n' });
  const late = `(sleep 1; echo late) | docker run --rm -i n node -p 'fs = require("fs"), fs.readFileSync(0, "utf8")'`;
  expect(await execIn(page, late)).toMatchObject({ exit: 0, stdout: 'late\n\n' });
  const loop = `docker run --rm n sh -c 'node -e "for (;;);" & sleep 1; kill $!; wait $!; echo $?'`;
  expect(await execIn(page, loop)).toMatchObject({ exit: 0, stdout: '143\n' });
  const hungry = `docker run --rm -m 64m n node -e 'const all = []; for (;;) all.push(new Uint8Array(1e6))'`;
  expect(await execIn(page, hungry)).toMatchObject({ exit: 137 });
});

it('runs scripts as the real node does', { timeout: 300_000 }, async () => {
  const { page } = visit.browser;
  const text = archive();
  for (let at = 0; at < text.length; at += PIECE)
    await execIn(page, `printf %s ${text.slice(at, at + PIECE)} >> cases`);
  const image = String.raw`mkdir cased; base64 -d cases > cased/cases.tgz; printf 'FROM n\nADD cases.tgz /cases' | docker build -q -t cased -f - cased`;
  expect(await execIn(page, image)).toMatchObject({ exit: 0 });
  const { stdout, exit } = await execIn(page, 'docker run --rm cased sh /cases/all.sh', 280);
  expect(exit).toBe(0);
  const decoded = (base64 = '') => Buffer.from(base64, 'base64').toString();
  const ends = stdout.trimEnd().split('\n');
  expect(ends).toHaveLength(cases.length);
  const got: Record<string, object> = {};
  for (const [index, { name }] of cases.entries()) {
    const [status, out, err] = ends[index]!.split(' ');
    const folder = `/cases/${index}`;
    got[name] = {
      stdout: comparable(decoded(out), folder),
      stderr: comparable(decoded(err), folder),
      status: Number(status),
    };
  }
  const listed = Object.keys(exceptions);
  for (const name of listed) expect(got[name]).not.toEqual(outcomes[name]);
  const others = (all: Record<string, object>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !listed.includes(name)));
  expect(others(got)).toEqual(others(outcomes));
});
