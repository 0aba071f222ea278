/** A full disk: the browser's quota overridden to be small. One command fails, nothing else is harmed. */
import type { CDPSession } from 'playwright-core';
import { expect, it } from 'vitest';
import { execIn, openStrata } from '../support/browser.ts';
import { visitSite } from '../support/site.ts';

const MB = 1024 * 1024;
const visit = visitSite(async ({ browser, site }) => {
  await limit(64 * MB);
  await openStrata(browser.page, site.url);
});
let session: CDPSession | undefined;

const exec = (command: string) => execIn(visit.browser.page, command, 60);

/** A limit for everything; lasts as long as the session. Chromium may go by an older one for half a minute. */
async function limit(bytes: number): Promise<void> {
  session = await visit.browser.page.context().newCDPSession(visit.browser.page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(visit.site.url).origin,
    quotaSize: bytes,
  });
}

it('fails a build, a pull and a write with "no space left on device", and goes on after a prune', {
  timeout: 180_000,
}, async () => {
  await exec('docker pull -q alpine');
  await exec(
    "mkdir big; head -c 20000000 /dev/urandom > big/data; printf 'FROM alpine\\nCOPY data /\\n' > big/Dockerfile; sync",
  );
  const first = await exec('docker build -q -t kept big');
  expect(first.exit, first.stderr).toBe(0);
  await exec("docker run --name kept-app alpine sh -c 'echo kept > /kept'");
  await exec('head -c 1000 /dev/urandom >> big/data; sync');

  const build = await exec('docker build -q -t more big');
  expect(build.exit).not.toBe(0);
  expect(build.stderr).toContain('no space left on device');
  const write = await exec(
    'docker run --rm alpine sh -c \'head -c 40000000 /dev/zero | tr "\\0" x > /big; echo $?\'',
  );
  expect(`${write.stdout}${write.stderr}`).toMatch(/No space left on device/);
  const home = await exec('head -c 40000000 /dev/zero > home.big; echo $?; rm -f home.big');
  expect(`${home.stdout}${home.stderr}`).toMatch(/No space left on device/);

  // Nothing else is harmed.
  const fsck = await exec('strata fsck');
  expect(fsck.exit, fsck.stderr).toBe(0);
  expect((await exec("docker images --format '{{.Repository}}' | sort")).stdout).toBe('alpine\nkept\n');
  expect((await exec('docker diff kept-app')).stdout).toBe('A /kept\n');

  const pruned = await exec('docker rmi kept && docker system prune -af');
  expect(pruned.exit, pruned.stderr).toBe(0);
  expect(pruned.stdout).toMatch(/Total reclaimed space: 2\d(\.\d+)?MB/);
  const again = await exec('docker pull -q alpine && docker run --rm alpine echo works');
  expect(again.stdout, again.stderr).toContain('works');
});
