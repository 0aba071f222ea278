/** The production build under a sub-path of a plain static server, opened once, then with the server gone. */
import { expect, it } from 'vitest';
import { execIn, openStrata, startBrowser, startSite } from '../support/browser.ts';

it('works again with the server stopped: pull, build, run', { timeout: 120_000 }, async () => {
  const site = await startSite();
  const browser = await startBrowser();
  try {
    const { page } = browser;
    await openStrata(page, site.url);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await site.close();
    await expect(fetch(site.url)).rejects.toThrow();
    await openStrata(page, site.url);
    await execIn(
      page,
      `mkdir demo && printf 'FROM alpine\\nRUN apk update\\nCOPY . /app\\n' > demo/Dockerfile`,
    );
    const built = await execIn(page, 'docker build -t offline demo');
    expect(built.exit, built.stderr).toBe(0);
    const ran = await execIn(page, 'docker run --rm offline ls /app');
    expect(ran.stdout).toBe('Dockerfile\n');
    const hello = await execIn(page, 'docker run --rm hello-world');
    expect(hello.stdout).toContain('Hello from Docker!');
    expect(browser.complaints.filter((line) => !line.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  } finally {
    await browser.close();
  }
});
