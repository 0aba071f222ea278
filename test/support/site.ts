/** The built page, served, and a browser for it, for the tests of one file. */
import { afterAll, beforeAll } from 'vitest';
import type { StaticServer } from '../../src/node/static-server.ts';
import { openStrata, type RunningBrowser, startBrowser, startSite } from './browser.ts';

export interface Visit {
  readonly site: StaticServer;
  readonly browser: RunningBrowser;
}

/** Starts both before the file's tests and ends them behind; `prepare` opens the page, where nothing else is asked for. */
export function visitSite(
  prepare: (visit: Visit) => Promise<unknown> = ({ browser, site }) => openStrata(browser.page, site.url),
): Visit {
  let site: StaticServer | undefined;
  let browser: RunningBrowser | undefined;
  const visit: Visit = {
    get site() {
      return site!;
    },
    get browser() {
      return browser!;
    },
  };
  beforeAll(async () => {
    site = await startSite();
    browser = await startBrowser();
    await prepare(visit);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  return visit;
}
