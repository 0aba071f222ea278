/**
 * SIGKILL at random moments, many times on one disk: in Chromium over IndexedDB, in Node over a folder.
 *
 * Ten kills each; a hundred in the long form (`npm run test:crash`). STRATA_SEED=n plays one again,
 * as far as moments can be; STRATA_KILLS=n is another number of kills.
 */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type Batch, startBatch } from '../support/batch.ts';
import { execIn, openStrata, type RunningBrowser, startBrowser, startSite } from '../support/browser.ts';
import { createMemory, examine, live, type Machine, seeded } from './life.ts';

const KILLS = Number(process.env['STRATA_KILLS'] ?? (process.env['STRATA_LONG'] ? 100 : 10));
const SEED = Number(process.env['STRATA_SEED'] ?? Date.now() % 100_000);
/** Longest life, ms. */
const LONGEST = 2500;
const PER_KILL = 40_000;

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'strata-crash-'));
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 20 }));

interface Subject extends Machine {
  kill(): Promise<void>;
}

async function killOften(open: () => Promise<Subject>): Promise<void> {
  const random = seeded(SEED);
  const memory = createMemory();
  let subject = await open();
  expect((await subject.exec('docker pull -q alpine')).exit).toBe(0);
  for (let kill = 1; kill <= KILLS; kill++) {
    const living = live(subject, random, memory);
    await new Promise((resolve) => setTimeout(resolve, random() * LONGEST));
    await subject.kill();
    await living;
    subject = await open();
    expect(await examine(subject, memory), `seed ${SEED}, kill ${kill} of ${KILLS}`).toEqual([]);
  }
  await subject.kill();
}

it(`Node's folder survives ${KILLS} kills`, { timeout: KILLS * PER_KILL }, async () => {
  const folder = path.join(scratch, 'folder');
  await killOften(async () => {
    const batch: Batch = startBatch(folder);
    return { exec: batch.exec, kill: batch.kill };
  });
});

it(`Chromium's IndexedDB survives ${KILLS} kills`, { timeout: KILLS * PER_KILL }, async () => {
  const profile = path.join(scratch, 'profile');
  fs.mkdirSync(profile);
  const site = await startSite();
  try {
    await killOften(async () => {
      const browser: RunningBrowser = await startBrowser({ profile });
      await openStrata(browser.page, site.url);
      return { exec: (command, timeout) => execIn(browser.page, command, timeout), kill: browser.kill };
    });
  } finally {
    await site.close();
  }
});
