/** Files dropped onto the page: an archive of images is loaded, another file can be read. */
import { expect, it } from 'vitest';
import { execIn, screenText } from '../support/browser.ts';
import { visitSite } from '../support/site.ts';

const visit = visitSite();

const appears = (what: RegExp, timeout = 20_000): Promise<void> =>
  expect.poll(() => screenText(visit.browser.page), { timeout, interval: 50 }).toMatch(what);

/** Drops a file with these contents, as a person does from a folder. */
function drop(name: string, base64: string): Promise<void> {
  return visit.browser.page.evaluate(
    ([fileName, contents]) => {
      const bytes = Uint8Array.from(atob(contents!), (c) => c.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], fileName!, { lastModified: 1_700_000_000_000 }));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [name, base64],
  );
}

it('loads an archive of images by the command that a person would type', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  await execIn(page, 'docker pull -q hello-world && docker save -o a.tar hello-world && gzip a.tar');
  const { stdout } = await execIn(page, 'base64 a.tar.gz');
  await execIn(page, 'docker rmi -f hello-world');
  await drop("it's an image.tar.gz", stdout.replaceAll('\n', ''));
  await appears(/docker load -i '\/media\/dropped\/it'\\''s an image\.tar\.gz'/);
  await appears(/Loaded image: hello-world:latest/);
  expect((await execIn(page, 'docker run --rm hello-world')).stdout).toContain('Hello from Docker!');
});

it('shows other files in /media/dropped, to be read and not to be written', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  await drop('notes.txt', btoa('first line\nsecond line\n'));
  await appears(/notes\.txt/);
  const { stdout } = await execIn(
    page,
    'cd /media/dropped && tail -n 1 notes.txt && cp notes.txt ~ && cat ~/notes.txt',
  );
  expect(stdout).toBe('second line\nfirst line\nsecond line\n');
  const refused = await execIn(page, 'echo x > /media/dropped/notes.txt');
  expect(refused.stderr).toContain('Read-only file system');
  // The same name again is the newer file.
  await drop('notes.txt', btoa('newer\n'));
  await expect.poll(() => execIn(page, 'cat /media/dropped/notes.txt').then((r) => r.stdout)).toBe('newer\n');
});

it('shows where files go while they are held over the page', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  const drag = (type: string): Promise<void> =>
    page.evaluate((name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'x'));
      document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true }));
    }, type);
  await drag('dragenter');
  await page.getByText('Drop files here').waitFor();
  await drag('dragleave');
  await page.getByText('Drop files here').waitFor({ state: 'detached' });
});
