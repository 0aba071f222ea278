/** A registry of this machine, asked from the page in a real Chromium: pushed to and pulled from. */
import { expect, it } from 'vitest';
import { execIn, openStrata, startBrowser, startSite } from '../support/browser.ts';
import { missingTools, startRegistry } from './servers.ts';

const missing = missingTools('docker-registry');

it.skipIf(missing)(
  `a page pushes to a registry, and pulls back${missing ? ` (skipped: ${missing})` : ''}`,
  { timeout: 120_000 },
  async () => {
    const registry = await startRegistry('open');
    const site = await startSite();
    const browser = await startBrowser();
    try {
      await openStrata(browser.page, site.url);
      const run = async (command: string): Promise<string> => {
        const { exit, stdout, stderr } = await execIn(browser.page, command);
        expect(exit, `${command}\n${stderr}`).toBe(0);
        return stdout.trim();
      };
      const name = `${registry.address}/from/page`;
      await run(`docker pull -q ubuntu && docker tag ubuntu ${name} && docker push ${name}`);
      const id = await run(`docker inspect -f '{{.Id}}' ubuntu`);
      await run('docker rmi -f $(docker images -q | sort -u)');
      expect(await run(`docker pull ${name}`)).toMatch(
        /Pull complete\nDigest: sha256:\w+\nStatus: Downloaded/,
      );
      expect(await run(`docker inspect -f '{{.Id}}' ${name}`)).toBe(id);
      expect(await run(`docker run --rm ${name} bash -c '. /etc/os-release; echo $VERSION_CODENAME'`)).toBe(
        'noble',
      );
      expect(await run('docker search alpine')).toMatch(/^alpine /m);
      const nobody = await execIn(browser.page, 'docker pull 127.0.0.1:9/x/y');
      expect(nobody.exit).toBe(1);
      expect(nobody.stderr).toContain('no answer that a web page may read');
    } finally {
      await browser.close();
      await site.close();
      await registry.stop();
    }
  },
);
