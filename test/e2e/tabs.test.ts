/** Two tabs on one sandbox: the second offers to take it over, and has it when the first is gone. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { execIn, openStrata } from '../support/browser.ts';
import { visitSite } from '../support/site.ts';

const visit = visitSite(async () => {});

async function anotherTab(): Promise<Page> {
  const page = await visit.browser.page.context().newPage();
  await page.goto(visit.site.url);
  await page.getByRole('alertdialog').waitFor();
  return page;
}

const isReady = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { ready } = (window as never as { strata: { ready: Promise<unknown> } }).strata;
    return Promise.race([
      ready.then(() => true),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 50)),
    ]);
  });

it('hands over cleanly, and nothing is lost', { timeout: 120_000 }, async () => {
  const first = visit.browser.page;
  await openStrata(first, visit.site.url);
  await execIn(
    first,
    'docker run -d --name app alpine sh -c "echo kept > /kept; echo said; sleep 1000"; echo mine > note.txt',
  );
  const second = await anotherTab();
  await second.getByRole('button', { name: 'Take it over' }).click();
  await expect.poll(() => isReady(second), { timeout: 10_000 }).toBe(true);
  await first.getByText('Another tab took the sandbox over.').waitFor();
  // What was written a moment before came along: the handover flushes.
  expect((await execIn(second, 'cat note.txt')).stdout).toBe('mine\n');
  expect((await execIn(second, "docker ps -a --format '{{.Names}} {{.Status}}'")).stdout).toMatch(
    /^app Exited \(255\)/,
  );
  expect((await execIn(second, 'docker diff app; docker logs app')).stdout).toBe('A /kept\nsaid\n');
  // And back: the first tab loads anew when the second closes.
  const anew = first.waitForEvent('load');
  await second.close();
  await anew;
  await expect.poll(() => isReady(first), { timeout: 10_000 }).toBe(true);
  expect((await execIn(first, 'cat note.txt')).stdout).toBe('mine\n');
});

it('is free for the second within two seconds when the first is killed', { timeout: 120_000 }, async () => {
  const first = visit.browser.page;
  await openStrata(first, visit.site.url);
  await execIn(first, 'docker pull -q alpine');
  const second = await anotherTab();
  const session = await first.context().newCDPSession(first);
  const killed = performance.now();
  void session.send('Page.crash').catch(() => {});
  await expect.poll(() => second.getByRole('alertdialog').count(), { timeout: 10_000, interval: 20 }).toBe(0);
  expect(performance.now() - killed).toBeLessThan(2000);
  await expect.poll(() => isReady(second), { timeout: 10_000 }).toBe(true);
  expect((await execIn(second, 'docker images -q | wc -l')).stdout.trim()).toBe('1');
});
