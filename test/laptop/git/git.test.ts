/** The laptop's git against what the real one printed (recorded.json), and against a real server. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../src/laptop/programs/git/main.ts';
import { type Box, bootBox } from '../../posix/applets/box.ts';
import { type Outcome, outcomesOf, scriptOf } from './sessions.mjs';

interface Recorded {
  readonly name: string;
  readonly commands: readonly string[];
  readonly outcomes: readonly Outcome[];
}

const recorded = JSON.parse(
  readFileSync(new URL('recorded.json', import.meta.url), 'utf8'),
) as readonly Recorded[];

let box: Box;
beforeAll(async () => {
  box = await bootBox({ programs: { git: async () => main }, fetch });
});

const run = async (script: string) => {
  const { stdout } = await box.run(`rm -rf /w/* /w/.[!.]*\n${script}`, 60_000);
  return new TextDecoder().decode(stdout);
};

it.each(recorded)('$name', { timeout: 60_000 }, async ({ commands, outcomes }) => {
  const got = outcomesOf(await run(scriptOf(commands)));
  const told = (all: readonly Outcome[]) =>
    commands.map((command, i) => `$ ${command}\n${all[i]?.output}[${all[i]?.status}]`);
  expect(told(got)).toEqual(told(outcomes));
});

it('says what it does not have', async () => {
  expect(await run('git rebase 2>&1; echo $?; git clone ssh://x/y 2>&1; echo $?')).toBe(
    "git: 'rebase' is not supported by Strata\n1\nfatal: 'ssh://x/y' cannot be reached: only http and https are spoken here\n128\n",
  );
});

it('wants to know who commits', async () => {
  const out = await run('git init -q; echo a >a; git add a; git commit -m a 2>&1; echo $?');
  expect(out).toMatch(/^Author identity unknown\n\n\*\*\* Please tell me who you are\./);
  expect(out).toMatch(/128\n$/);
});

const hasServer = spawnSync('git', ['http-backend']).status !== null;

describe.runIf(hasServer)('over HTTP', () => {
  let server: Server;
  let folder: string;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'git-server-'));
    const repository = join(folder, 'r.git');
    spawnSync('git', ['init', '-q', '--bare', '-b', 'main', repository]);
    spawnSync('git', ['-C', repository, 'config', 'http.receivepack', 'true']);
    server = createServer((request, response) => {
      const { pathname, search } = new URL(request.url!, 'http://x');
      const backend = spawn('git', ['http-backend'], {
        env: {
          PATH: process.env['PATH'],
          GIT_PROJECT_ROOT: folder,
          GIT_HTTP_EXPORT_ALL: '1',
          PATH_INFO: pathname,
          QUERY_STRING: search.slice(1),
          REQUEST_METHOD: request.method!,
          CONTENT_TYPE: request.headers['content-type'] ?? '',
          GIT_PROTOCOL: (request.headers['git-protocol'] as string) ?? '',
        },
      });
      request.pipe(backend.stdin);
      let output = Buffer.alloc(0);
      backend.stdout.on('data', (piece: Buffer) => (output = Buffer.concat([output, piece])));
      backend.on('close', () => {
        const end = output.indexOf('\r\n\r\n');
        const head = output.subarray(0, end).toString().split('\r\n');
        for (const line of head) {
          const [name = '', value = ''] = line.split(': ');
          if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
          else response.setHeader(name, value);
        }
        response.end(output.subarray(end + 4));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/r.git`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('pushes, clones, fetches and pulls', { timeout: 60_000 }, async () => {
    const out = await run(`
      exec 2>&1
      export HOME=/w
      git config --global user.name Ann; git config --global user.email ann@example.com
      git init -q a; cd a; echo one >f; git add f; git commit -q -m one
      git remote add origin ${url}; git push; git push -u origin main; git status | head -3
      cd ..; git clone ${url} b; cd b; cat f; git log --oneline | wc -l; git branch -a
      echo two >>f; git commit -q -am two; git push
      cd ../a; git fetch; git status | head -3; git pull; cat f
      echo three >>f; git commit -q -am three; cd ../b; echo four >>f; git commit -q -am four; cd ../a; git push; cd ../b; git push; git pull; cat f
      cd ..; git clone ${url.replace('r.git', 'none.git')} c; ls`);
    const normal = out
      .replaceAll(url.replace('/r.git', ''), 'URL')
      .replace(/[0-9a-f]{7}\.\.[0-9a-f]{7}/g, 'OLD..NEW');
    expect(normal).toContain('The current branch main has no upstream branch.');
    expect(normal).toContain(
      "To URL/r.git\n * [new branch]      main -> main\nbranch 'main' set up to track 'origin/main'.\n",
    );
    expect(normal).toContain("On branch main\nYour branch is up to date with 'origin/main'.\n");
    expect(normal).toContain("Cloning into 'b'...\none\n1\n* main\n");
    expect(normal).toContain('To URL/r.git\n   OLD..NEW  main -> main\n');
    expect(normal).toContain('From URL/r\n   OLD..NEW  main       -> origin/main\n');
    expect(normal).toContain("Your branch is behind 'origin/main' by 1 commit, and can be fast-forwarded.\n");
    expect(normal).toContain(
      'Updating OLD..NEW\nFast-forward\n f | 1 +\n 1 file changed, 1 insertion(+)\none\ntwo\n',
    );
    expect(normal).toContain(' ! [rejected]        main -> main (non-fast-forward)');
    expect(normal).toContain('CONFLICT (content): Merge conflict in f');
    expect(normal).toContain('<<<<<<< HEAD\nfour\n=======\nthree\n>>>>>>> ');
    expect(normal).toContain("fatal: repository 'URL/none.git/' not found\na\nb\n");
  });
});
