/** Cookies blocked, so storage is denied: a clear word and a session in memory, not a blank page. */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { execIn, openStrata, startBrowser, startSite } from '../support/browser.ts';

it('says so and works in memory', { timeout: 120_000 }, async () => {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'strata-denied-'));
  fs.mkdirSync(path.join(profile, 'Default'));
  fs.writeFileSync(
    path.join(profile, 'Default/Preferences'),
    JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }),
  );
  const site = await startSite();
  const browser = await startBrowser({ profile });
  try {
    const { page } = browser;
    await openStrata(page, site.url);
    await page.getByText('does not let the page keep anything').waitFor();
    const ran = await execIn(
      page,
      'echo mine > note; docker run --rm alpine echo works; docker images -q | wc -l; cat note',
    );
    expect(ran.stdout, ran.stderr).toBe('works\n1\nmine\n');
    await page.getByRole('button', { name: 'Understood' }).click();
    await expect.poll(() => page.getByText('does not let the page keep anything').count()).toBe(0);
  } finally {
    await browser.close();
    await site.close();
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
  }
});
