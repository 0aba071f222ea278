/** The article, typed into the terminal of the built page in a real Chromium; and its session, replayed there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { execIn, openStrata, screenText } from '../support/browser.ts';
import { differs, parseSession } from '../support/session.ts';
import { visitSite } from '../support/site.ts';

const visit = visitSite(async () => {});

it('does in the tab what the session says', { timeout: 180_000 }, async () => {
  const { page } = visit.browser;
  await openStrata(page, visit.site.url);
  const text = readFileSync(join(import.meta.dirname, '../script/article.txt'), 'utf8');
  for (const step of parseSession(text)) {
    if (step.kind !== 'command') throw new Error(`the article has no ${step.kind}`);
    const { exit, stdout, stderr } = await execIn(page, step.command, step.timeout ?? 60);
    const problem = differs(step.stdout, stdout) ?? differs(step.stderr, stderr);
    expect(problem, `line ${step.line}: ${step.command}`).toBeUndefined();
    expect(exit, stderr).toBe(step.exit);
  }
  expect(visit.browser.complaints).toEqual([]);
});

it('shows the live progress, follows logs until ^C, and draws what stands', {
  timeout: 120_000,
}, async () => {
  const { page } = visit.browser;
  await openStrata(page, visit.site.url);
  const type = async (line: string): Promise<void> => {
    await page.keyboard.type(`${line}\n`);
  };
  const appears = (what: RegExp, timeout = 30_000): Promise<void> =>
    expect.poll(() => screenText(page), { timeout, interval: 100 }).toMatch(what);
  await page.locator('.xterm').click();
  await type('clear; cd ~/docker-image-demo && docker build --no-cache -t my-app .');
  await appears(/=> \[2\/3\] RUN apk update +\d+\.\ds\n => \[3\/3\] COPY \. \/app +\d+\.\ds/);
  await appears(/=> => naming to docker\.io\/library\/my-app +\d+\.\ds\n.*\$/);
  await type('clear; docker run --name typed -d my-app');
  await appears(/^[0-9a-f]{64}$/m);
  await type('clear; docker logs -f typed');
  await appears(/hi! what time is it\?/);
  await appears(/hi! what time is it\?[\s\S]*hi! what time is it\?/);
  await page.keyboard.press('Control+C');
  await appears(/^\^C.*\$$/m);
  await type('clear; docker ps --format "{{.Names}} {{.State}}"');
  await appears(/^typed running$/m);
  const drawn = await page.evaluate(() =>
    [...document.querySelectorAll('[role=treeitem]')].map(
      (item) => item.getAttribute('aria-label') ?? item.textContent,
    ),
  );
  expect(drawn.join('\n')).toMatch(/COPY \. \/app/);
  expect(drawn.join('\n')).toMatch(/container typed, running/);
  // What came and went meanwhile (a pull's outline) has left the picture.
  await expect.poll(() => page.locator('.picture .going').count()).toBe(0);
  await execIn(page, 'docker rm -f typed');
  expect(visit.browser.complaints).toEqual([]);
});
