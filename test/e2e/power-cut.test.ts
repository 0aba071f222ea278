/** The tab reloaded, and the browser killed, in mid-build and in mid-run: what is there afterwards. */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaticServer } from '../../src/node/static-server.ts';
import { execIn, openStrata, type RunningBrowser, startBrowser, startSite } from '../support/browser.ts';

const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'strata-power-'));
let site: StaticServer;
let browser: RunningBrowser;

beforeAll(async () => {
  site = await startSite();
  browser = await startBrowser({ profile });
  await openStrata(browser.page, site.url);
}, 60_000);

afterAll(async () => {
  await browser?.kill();
  await site?.close();
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const run = async (command: string): Promise<string> => {
  const { exit, stdout, stderr } = await execIn(browser.page, command);
  expect(exit, `${command}: ${stderr}`).toBe(0);
  return stdout;
};

const killAndReopen = async (): Promise<void> => {
  await browser.kill();
  browser = await startBrowser({ profile });
  await openStrata(browser.page, site.url);
};

/** What a container that ran looks like after the power is back. */
const expectAsLeft = async (name: string): Promise<void> => {
  expect(await run(`docker ps -a --filter name=${name} --format '{{.Status}}'`)).toMatch(/^Exited \(255\) /);
  expect(await run(`docker logs ${name}`)).toContain('line 1\n');
  expect(await run(`docker diff ${name}`)).toBe('A /kept\n');
  expect(await run(`docker start ${name} && docker exec ${name} cat /kept && docker rm -f ${name}`)).toBe(
    `${name}\nwritten\n${name}\n`,
  );
};

const LOOP = `sh -c 'echo written > /kept; i=0; while true; do i=$((i+1)); echo line $i; sleep 0.1; done'`;

it('keeps images, home, stopped containers, thin layers and logs over a reload', {
  timeout: 120_000,
}, async () => {
  await run('echo mine > note.txt; docker pull -q alpine');
  await run(`docker run -d --name reloaded alpine ${LOOP}`);
  await run('sleep 2');
  await browser.page.reload();
  await openStrata(browser.page, site.url);
  expect(await run('cat note.txt')).toBe('mine\n');
  expect(await run(`docker images --format '{{.Repository}}'`)).toBe('alpine\n');
  await expectAsLeft('reloaded');
});

it('keeps them when the browser is killed while a container runs', { timeout: 120_000 }, async () => {
  await run(`docker run -d --name killed alpine ${LOOP}`);
  await run('sleep 2');
  await killAndReopen();
  expect(await run('cat note.txt')).toBe('mine\n');
  await expectAsLeft('killed');
});

it('has all of a build or nothing when it is killed in the middle', { timeout: 180_000 }, async () => {
  await run(
    `mkdir -p slow && cd slow && echo a > a && printf 'FROM alpine\\nRUN echo one > /one\\nRUN sleep 30\\n' > Dockerfile; cd`,
  );
  void execIn(browser.page, 'docker build -t slow slow').catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await killAndReopen();
  expect(await run(`docker images --format '{{.Repository}}'`)).toBe('alpine\n');
  expect(await run('docker ps -a -q')).toBe('');
  // The step that was done is done; the one that was cut off runs again.
  await run(`sed -i 's/sleep 30/sleep 0/' slow/Dockerfile`);
  const { exit, stderr } = await execIn(browser.page, 'docker build -t slow slow');
  expect(exit, stderr).toBe(0);
  expect(stderr).toMatch(/#\d+ \[2\/3\] RUN echo one > \/one\n#\d+ CACHED/);
  expect(stderr).not.toMatch(/RUN sleep 0\n#\d+ CACHED/);
});
