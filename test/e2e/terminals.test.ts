/** Several terminals in the tab: a shell each, their size, finding text, and ^C under a flood. */
import { beforeEach, expect, it } from 'vitest';
import { execIn, openStrata } from '../support/browser.ts';
import { visitSite } from '../support/site.ts';

const visit = visitSite(async () => {});

beforeEach(() => openStrata(visit.browser.page, visit.site.url));

const front = '.terminal-screen:not([hidden])';

async function shown(): Promise<string> {
  return visit.browser.page.evaluate((at) => {
    const rows = document.querySelectorAll(`${at} .xterm-rows > div`);
    return [...rows].map((row) => row.textContent?.trimEnd()).join('\n');
  }, front);
}

const shows = (what: string | RegExp, timeout = 15_000) =>
  expect.poll(shown, { timeout, interval: 30 }).toMatch(what);

async function type(text: string): Promise<void> {
  await visit.browser.page.locator(`${front} .xterm`).click();
  await visit.browser.page.keyboard.type(text);
}

it('has a login shell of the laptop in each, and closes with it', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  const tabs = page.locator('.terminal-tabs [role=tab]');
  await shows(/you@laptop:~\$/);
  await type('cd /tmp; x=first; tty\n');
  await shows(/\/dev\/pts\/\d+\n/);
  await page.getByRole('button', { name: 'New terminal' }).click();
  await expect.poll(() => tabs.allTextContents()).toEqual(['laptop', 'laptop 2']);
  await shows(/you@laptop:~\$/);
  await type('echo "x is <$x>, $0, $(tty)"; pwd\n');
  await shows(/x is <>, -bash, \/dev\/pts\/\d+\n\/home\/you\n/);
  // What is run goes to the terminal in front.
  await page.evaluate(() => document.querySelector<HTMLElement>('.terminal-tabs [role=tab]')?.click());
  await shows(/x=first; tty/);
  await type('echo "x is <$x>"; sleep 1000 & echo $!\n');
  await shows(/x is <first>/);
  await page.keyboard.press('Control+Shift+ArrowRight');
  await shows(/x is <>/);
  await type('exit\n');
  await expect.poll(() => tabs.allTextContents()).toEqual(['laptop']);
  await shows(/x is <first>/);
  // The only one says that its shell ended, and begins anew with Enter.
  await type('exit\n');
  await shows(/The shell ended/);
  await page.keyboard.press('Enter');
  await shows(/The shell ended[^$]*you@laptop:~\$/);
  expect(visit.browser.complaints).toEqual([]);
});

it('keeps the tab in front in sight where there are many', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  const more = page.getByRole('button', { name: 'New terminal' });
  for (let i = 0; i < 12; i++) await more.click();
  await expect
    .poll(() =>
      page.evaluate(() => {
        const tabs = document.querySelector('.terminal-tabs')!;
        const front = tabs.querySelector('.front')!.getBoundingClientRect();
        const { left, right } = tabs.getBoundingClientRect();
        return front.left >= left && front.right <= right && tabs.clientHeight === tabs.scrollHeight;
      }),
    )
    .toBe(true);
});

it('runs nothing of a paste before Enter, also where it claims to be over', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  await shows(/you@laptop:~\$/);
  await page.evaluate((at) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'echo one\x1b[201~\necho two\n');
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector(`${at} textarea`)?.dispatchEvent(event);
  }, front);
  await shows(/echo one\u241b\[201~\necho two\n/);
  await page.keyboard.press('Control+C');
  await shows(/echo two\^C\nyou@laptop:~\$/);
});

it('hangs up the programs of a terminal that is closed', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  await page.getByRole('button', { name: 'New terminal' }).click();
  await shows(/you@laptop:~\$/);
  await type('sleep 4321\n');
  await expect.poll(async () => (await execIn(page, 'pgrep -f "sleep 4321"')).exit).toBe(0);
  await page.getByRole('button', { name: 'Close laptop 2' }).click();
  await expect.poll(async () => (await execIn(page, 'pgrep -f "sleep 4321"')).exit).toBe(1);
  await expect.poll(() => page.locator('.terminal-tabs [role=tab]').count()).toBe(1);
});

it('tells programs the size of their window', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  await execIn(page, 'docker pull -q alpine');
  await type('clear; docker run -it --rm alpine\n');
  await shows(/\/ # *$/m);
  await type('stty size; trap "stty size" WINCH\n');
  await shows(/\d+ \d+\n/);
  const [, rows, columns] = /(\d+) (\d+)\n/.exec(await shown())!;
  await page.setViewportSize({ width: 1200, height: 1000 });
  await type('\n');
  await expect
    .poll(async () => [...(await shown()).matchAll(/^(\d+) (\d+)$/gm)].at(-1)?.slice(1))
    .not.toEqual([rows, columns]);
  await type('exit\n');
  await page.setViewportSize({ width: 1440, height: 900 });
});

it('finds text that has gone by', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  await shows(/you@laptop:~\$/);
  await type('clear; for i in $(seq 300); do echo "line $i"; done\n');
  await shows(/line 300\n/);
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('line 42');
  await page.keyboard.press('Enter');
  await shows(/line 42\n/);
  await page.getByRole('searchbox').fill('line 4242');
  await expect.poll(() => page.locator('.terminal-find [role=status]').textContent()).toBe('Not found');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.terminal-find').count()).toBe(0);
  await type('echo back\n');
  await shows(/\nback\n/);
});

it('stops a flood by ^C at once, while another terminal works', { timeout: 90_000 }, async () => {
  const { page } = visit.browser;
  await shows(/you@laptop:~\$/);
  await type('head -c 50000000 /dev/zero | tr "\\0" "x" > big; echo made\n');
  await shows(/\nmade\n/, 60_000);
  for (const command of ['yes', 'cat big', 'docker run --rm --init alpine yes']) {
    await type(`clear; ${command}\n`);
    await shows(command === 'cat big' ? /x{80}/ : /\ny\ny\ny/);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await page.keyboard.press('Control+C');
    const began = performance.now();
    await shows(/you@laptop:~\$/);
    // 100 ms is the aim, which `npm run bench` measures; a loaded machine gets more.
    expect(performance.now() - began).toBeLessThan(2000);
  }
  await type('clear; yes\n');
  await shows(/\ny\ny\ny/);
  await page.getByRole('button', { name: 'New terminal' }).click();
  await type('echo here\n');
  await shows(/\nhere\n/);
});
