/** The lesson in odd orders: a step that repeats a command, commands that fail, a reload in the middle. */
import { expect, it } from 'vitest';
import { execIn, openStrata, screenText } from '../support/browser.ts';
import { visitSite } from '../support/site.ts';

const visit = visitSite();

/** Opens the page anew at a step, with nothing ticked. */
async function reloadAt(step: number): Promise<void> {
  const { page } = visit.browser;
  await page.evaluate((at) => {
    const key = 'strata.lesson.how-images-work';
    // At the last moment, so that the lesson that still runs does not write over it.
    addEventListener('pagehide', () => {
      const kept = JSON.parse(JSON.parse(localStorage.getItem(key)!) as string);
      const ticked = (kept.ticked as boolean[][]).map((checks) => checks.map(() => false));
      localStorage.setItem(key, JSON.stringify(JSON.stringify({ at: at - 1, ticked })));
    });
  }, step);
  await openStrata(page, visit.site.url);
  await expect.poll(() => page.locator('.lesson-head .mono').textContent()).toBe(`${step} / 14`);
  await prompted();
}

/** Presses the n-th Run button of the step's text, or of its help. */
async function run(n: number, where = '.lesson-text > .command'): Promise<void> {
  await prompted();
  const before = await screenText(visit.browser.page);
  await visit.browser.page.locator(`${where} button`).nth(n).click();
  await expect.poll(() => screenText(visit.browser.page)).not.toBe(before);
  await prompted();
}

async function next(): Promise<void> {
  await visit.browser.page.locator('.button.next.ready').click();
}

const done = (): Promise<string[]> => visit.browser.page.locator('.command.done code').allTextContents();

async function prompted(): Promise<void> {
  await expect
    .poll(() => screenText(visit.browser.page).then((text) => text.trimEnd().split('\n').at(-1)), {
      timeout: 30_000,
      interval: 50,
    })
    .toMatch(/^(\^C)?you@laptop:[^$]*\$/);
}

it('lets a step repeat what an earlier one ran, and ticks no command that failed', {
  timeout: 90_000,
}, async () => {
  const { page } = visit.browser;
  await page.getByRole('button', { name: /How Docker images work/ }).click();
  for (const blocks of [2, 2, 1]) {
    for (let n = 0; n < blocks; n++) await run(n);
    await expect.poll(() => page.locator('.command.done').count(), { timeout: 20_000 }).toBe(blocks);
    await next();
  }
  await expect.poll(() => page.locator('.lesson-text h2').textContent()).toBe('Build it again');
  expect(await done()).toEqual([]);
  expect(await page.locator('.lesson-text .command button').textContent()).toBe('Run');
  await run(0);
  await next();
  // Not my-app's history: nothing to tick. And the button stays one.
  await execIn(page, 'docker tag my-app keep; docker rmi my-app');
  await run(0, '.lesson-text > .command');
  await expect.poll(() => screenText(page)).toMatch(/No such image: my-app/i);
  expect(await done()).toEqual([]);
  expect(await page.locator('.button.next.ready').count()).toBe(0);
  await execIn(page, 'docker tag keep my-app; docker rmi keep');
  await page.locator('.xterm').click();
  await page.keyboard.type('clear; sudo docker image history my-app | head -3\n');
  await next();
});

it('offers what a reload made necessary', { timeout: 120_000 }, async () => {
  const { page } = visit.browser;
  await execIn(page, 'docker run -d --name app1 my-app; docker run -d --name app2 my-app');
  const help = page.locator('.lesson-text .help code');
  await reloadAt(11);
  await expect.poll(() => help.allTextContents()).toEqual(['$ docker start app1']);
  await run(0, '.help .command');
  await expect.poll(() => help.count()).toBe(0);
  // Before there is anything to show, it shows nothing.
  await run(1);
  await new Promise((resolve) => setTimeout(resolve, 1200));
  await run(0);
  await expect.poll(() => page.locator('.checks .done').count()).toBe(1);
  await run(1);
  // The next step sees at once that it needs app2, which the reload stopped.
  await next();
  await expect.poll(() => help.allTextContents()).toEqual(['$ docker start app2']);
  await reloadAt(12);
  await expect.poll(() => help.allTextContents()).toEqual(['$ docker start app1', '$ docker start app2']);
  await run(0, '.help .command');
  await expect.poll(() => help.allTextContents()).toEqual(['$ docker start app2']);
  await run(0, '.help .command');
  await run(0);
  await run(1);
  await next();
  await reloadAt(14);
  await expect.poll(() => help.allTextContents()).toEqual(['$ cd ~/docker-image-demo']);
  await run(0, '.help .command');
  await expect.poll(() => help.count()).toBe(0);
  await run(0);
  await run(1);
  await next();
  expect(visit.browser.complaints).toEqual([]);
});
