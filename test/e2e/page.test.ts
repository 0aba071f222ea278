/** The page as people use it: keys, completion, editors, the lesson by its buttons, a narrow screen. */
import { expect, it } from 'vitest';
import { execIn, screenText } from '../support/browser.ts';
import { visitSite } from '../support/site.ts';

const visit = visitSite();

const type = (keys: string): Promise<void> => visit.browser.page.keyboard.type(keys, { delay: 2 });
const press = (key: string): Promise<void> => visit.browser.page.keyboard.press(key);
const appears = (what: RegExp, timeout = 20_000): Promise<void> =>
  expect.poll(() => screenText(visit.browser.page), { timeout, interval: 50 }).toMatch(what);
const clear = async (): Promise<void> => {
  await press('Control+L');
  await appears(/^you@laptop:~\$[^\n]*\n*$/);
};

it('offers the first command and takes it with →', { timeout: 60_000 }, async () => {
  await visit.browser.page.locator('.xterm').click();
  await appears(/\$ docker run hello-world/);
  await press('ArrowRight');
  await press('Enter');
  await appears(/Docker/);
  await expect
    .poll(() => execIn(visit.browser.page, 'docker ps -aq').then(({ stdout }) => stdout))
    .toMatch(/^\w{12}\n$/);
});

it('completes commands, flags, images, containers and files', { timeout: 60_000 }, async () => {
  await execIn(
    visit.browser.page,
    'docker run -d --name sleeper alpine sleep 1000; mkdir -p folder; echo x > folder/file.txt',
  );
  await clear();
  await type('docker run --rm alp\te');
  await press('Backspace');
  await appears(/docker run --rm alpine $|docker run --rm alpine/);
  await press('Control+C');
  await clear();
  await type('docker rm --fo\tsle\t');
  await appears(/docker rm --force sleeper/);
  await press('Control+C');
  await clear();
  await type('cat fol\tfi\t\n');
  await appears(/cat folder\/file\.txt\nx/);
  await clear();
  await type('docker ima\t\t');
  await appears(/image +images/);
  await press('Control+C');
});

it('understands pasted lines with a prompt, and goes back in history', { timeout: 60_000 }, async () => {
  await clear();
  await type('$ echo pasted one\n');
  await appears(/^pasted one$/m);
  await clear();
  await press('ArrowUp');
  await appears(/echo pasted one/);
  await press('Control+C');
  await clear();
  await press('Control+R');
  await type('pasted');
  await appears(/echo pasted one/);
  await press('Enter');
  await appears(/^pasted one$/m);
});

it('says at the prompt what helps, and it does', { timeout: 60_000 }, async () => {
  expect((await execIn(visit.browser.page, 'cat /etc/motd; docker --help | head -1')).stdout).toMatch(
    /docker --help.*; help [\s\S]*Usage: +docker/,
  );
  await clear();
  await type('help | head -12\n');
  await appears(/docker COMMAND[\s\S]*nano FILE[\s\S]*code FILE[\s\S]*strata help/);
});

it('edits with nano', { timeout: 60_000 }, async () => {
  await clear();
  await type('nano hello.txt\n');
  await appears(/^ +nano +hello\.txt/m);
  await type('first line\nsecond line\n');
  await press('Control+O');
  await appears(/File Name to Write: hello\.txt/);
  await press('Enter');
  await appears(/Wrote 2 lines/);
  await press('Control+X');
  await appears(/you@laptop/);
  expect((await execIn(visit.browser.page, 'cat hello.txt')).stdout).toBe('first line\nsecond line\n');
});

it('edits in the panel, and guards what is not saved', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  await clear();
  await type('code notes/new.txt\n');
  await appears(/code: notes\/new\.txt: No such file or directory/);
  await type('mkdir notes; code notes/new.txt\n');
  await page.locator('.editor textarea').waitFor();
  await page.locator('.editor textarea').fill('from the panel\n');
  await page.keyboard.press('Control+S');
  await expect
    .poll(() => execIn(page, 'cat notes/new.txt').then(({ stdout }) => stdout))
    .toBe('from the panel\n');
  await page.locator('.editor textarea').fill('not saved\n');
  const asked = new Promise<string>((resolve) =>
    page.once('dialog', (dialog) => {
      resolve(dialog.message());
      void dialog.accept();
    }),
  );
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await asked).toContain('new.txt');
  expect((await execIn(page, 'cat notes/new.txt')).stdout).toBe('from the panel\n');
});

it('keeps what is not saved through other tabs, and through another file that was not opened after all', {
  timeout: 60_000,
}, async () => {
  const { page } = visit.browser;
  const area = page.locator('.editor textarea');
  await execIn(page, String.raw`printf 'a\r\nb\r\n' > ends.txt; printf 'a\377' > bytes`);
  await page.locator('.xterm').click();
  await type('code ends.txt\n');
  await expect.poll(() => area.inputValue()).toBe('a\nb\n');
  await area.press('Control+Home');
  await type('X');
  await page.getByRole('tab', { name: 'Layers' }).click();
  await page.getByRole('tab', { name: 'Editor' }).click();
  await expect.poll(() => area.inputValue()).toBe('Xa\nb\n');
  page.once('dialog', (dialog) => void dialog.dismiss());
  await page.locator('.xterm').click();
  await type('code bytes\n');
  await appears(/code bytes\n.*\$/);
  expect(await area.inputValue()).toBe('Xa\nb\n');
  await area.press('Control+S');
  await expect
    .poll(() => execIn(page, 'od -c ends.txt | head -1').then(({ stdout }) => stdout))
    .toMatch(/X +a +\\r +\\n +b +\\r +\\n/);
  await page.locator('.xterm').click();
  await type('code bytes\n');
  await expect.poll(() => page.locator('.editor').textContent()).toContain('not text in UTF-8');
  await page.getByRole('button', { name: 'Close' }).click();
});

it('starts a new shell when one ended: by Enter, by a button that runs something', {
  timeout: 60_000,
}, async () => {
  const { page } = visit.browser;
  await clear();
  await type('exit\n');
  await appears(/The shell ended/);
  await press('Enter');
  await appears(/The shell ended[\s\S]*you@laptop:~\$/);
  await clear();
  await press('Control+D');
  await appears(/The shell ended/);
  await press('Control+D');
  await page.getByRole('button', { name: 'Run in the terminal: docker run hello-world' }).click();
  await appears(/docs.docker.com\/get-started/);
});

it('can be walked by keyboard, the terminal left by F6', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  const region = (): Promise<string | undefined> =>
    page.evaluate(() =>
      [...document.querySelectorAll('.top-bar, .side, .view, .rail, .terminal-panel')]
        .find((part) => part.contains(document.activeElement))
        ?.classList.item(0)
        ?.toString(),
    );
  await page.locator('.xterm').click();
  const walked: (string | undefined)[] = [];
  for (const key of ['F6', 'F6', 'F6', 'F6', 'F6', 'Shift+F6', 'Shift+F6']) {
    await press(key);
    walked.push(await region());
  }
  expect(walked).toEqual(['top-bar', 'side', 'view', 'rail', 'terminal-panel', 'rail', 'view']);
  // In the picture's own tree, and back to where the focus was in it.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('treeitem');
  await page.locator('.xterm').click();
  expect(await page.locator('.xterm-helper-textarea').getAttribute('aria-description')).toContain('F6');
});

it('ends a container in mid-loop at once', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  await execIn(page, `docker run -d --name busy alpine sh -c 'while :; do :; done'`);
  const { stdout } = await execIn(
    page,
    'a=$(date +%s%N); docker rm -f busy; b=$(date +%s%N); echo $(((b-a)/1000000))',
  );
  const [name, took] = stdout.trim().split('\n');
  expect(name).toBe('busy');
  expect(Number(took)).toBeLessThan(2000);
  expect((await execIn(page, 'docker ps -a --filter name=busy -q')).stdout).toBe('');
});

it('plays the first lesson by its buttons; each step notices by itself that it is done', {
  timeout: 180_000,
}, async () => {
  const { page } = visit.browser;
  await page.getByRole('button', { name: /How Docker images work/ }).click();
  const steps = Number(/\/ (\d+)/.exec((await page.locator('.lesson-head').textContent()) ?? '')?.[1]);
  expect(steps).toBe(14);
  for (let step = 1; step <= steps; step++) {
    await expect.poll(() => page.locator('.lesson-head .mono').textContent()).toBe(`${step} / ${steps}`);
    const commands = page.locator('.lesson-text .command button');
    for (let i = 0; i < (await commands.count()); i++) {
      await prompted();
      await commands.nth(i).click();
      if ((await page.locator('.lesson-text').textContent())?.includes('logs -f')) await stopFollowing();
      await prompted();
    }
    await expect.poll(() => page.locator('.button.next.ready').count(), { timeout: 20_000 }).toBe(1);
    await page.locator('.button.next.ready').click();
  }
  await expect.poll(() => page.locator('.lesson-text h2').textContent()).toContain('14 steps');
  expect(visit.browser.complaints).toEqual([]);
});

/** Waits until the terminal's last line is a prompt. */
async function prompted(): Promise<void> {
  await expect
    .poll(() => screenText(visit.browser.page).then((text) => text.trimEnd().split('\n').at(-1)), {
      timeout: 30_000,
      interval: 50,
    })
    .toMatch(/^(\^C)?you@laptop:[^$]*\$/);
}

async function stopFollowing(): Promise<void> {
  await appears(/what time is it/);
  await visit.browser.page.keyboard.press('Control+C');
}

it('has keys for fingers on a narrow screen', { timeout: 90_000 }, async () => {
  const { page } = visit.browser;
  await page.setViewportSize({ width: 390, height: 844 });
  const keys = page.getByRole('toolbar');
  await keys.waitFor();
  expect(await keys.getByRole('button').allTextContents()).toEqual(
    expect.arrayContaining(['esc', 'tab', 'ctrl', '←', '→', '↑', '↓']),
  );
  // Of what is in sight, no target is smaller than a finger, and none lies on another.
  const small = (): Promise<unknown> =>
    page.evaluate(() =>
      [...document.querySelectorAll('button')]
        .filter((button) => button.checkVisibility())
        .map((button) => [button.ariaLabel ?? button.textContent, button.getBoundingClientRect()] as const)
        .filter(([, { width, height }]) => width < 44 || height < 44),
    );
  expect(await small()).toEqual([]);
  await page.locator('.back-line').click();
  expect(await small()).toEqual([]);
  await page.getByRole('button', { name: 'Show the picture' }).click();
  const tabs = page.getByRole('tab');
  for (let i = 1; i < (await tabs.count()); i++) {
    const [left, right] = [await tabs.nth(i - 1).boundingBox(), await tabs.nth(i).boundingBox()];
    expect(left!.x + left!.width).toBeLessThanOrEqual(right!.x + 12);
  }
  await page.locator('.xterm').click();
  await type('sleep 1000\n');
  await keys.getByRole('button', { name: 'ctrl' }).click();
  await type('c');
  await appears(/\^C\n.*\$ ?/);
  await page.setViewportSize({ width: 1440, height: 900 });
});
