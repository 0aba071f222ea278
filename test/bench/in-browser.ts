/** The article in Chromium, from the production build: cold load to prompt, builds, starts, memory. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { execIn, openStrata, type RunningBrowser, startBrowser, startSite } from '../support/browser.ts';
import { BUILD, FILES, IDLE, medianOf, RUN, timing } from './article.ts';
import { type Measure, median, timed } from './measure.ts';
import type { RealFigures } from './real.ts';

const DIST = path.join(import.meta.dirname, '../../dist');
const CONTAINERS = 10;

export async function measureInBrowser(real: RealFigures | undefined): Promise<Measure[]> {
  const site = await startSite();
  try {
    const cold = await measureCold(site.url);
    const browser = await startBrowser();
    try {
      await openStrata(browser.page, site.url);
      return [
        {
          name: 'browser: bytes before the prompt, gzipped',
          value: bytesBeforePrompt(),
          unit: 'kB',
          goal: 206,
        },
        { name: 'browser: cold load to prompt', value: cold, unit: 'ms' },
        ...(await measureCommands(browser, real)),
      ];
    } finally {
      await browser.kill();
    }
  } finally {
    await site.close();
  }
}

/** Kilobytes of 1000 bytes. */
function bytesBeforePrompt(): number {
  const files = JSON.parse(fs.readFileSync(path.join(DIST, 'prompt.json'), 'utf8')) as string[];
  const sizes = files.map((file) => gzipSync(fs.readFileSync(path.join(DIST, file)), { level: 9 }).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** A fresh profile each time: nothing is cached. */
async function measureCold(url: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    const browser = await startBrowser();
    try {
      const [ms] = await timed(1, () => openStrata(browser.page, url));
      times.push(ms!);
    } finally {
      await browser.kill();
    }
  }
  return median(times.sort((a, b) => a - b));
}

async function measureCommands(browser: RunningBrowser, real: RealFigures | undefined): Promise<Measure[]> {
  const run = async (command: string): Promise<string> => {
    const { exit, stdout, stderr } = await execIn(browser.page, command);
    if (exit !== 0) throw new Error(`${command}: ${stderr}`);
    return stdout;
  };
  await run('mkdir bench');
  for (const [name, { content, mode }] of Object.entries(FILES)) {
    await run(`cat > ${name} <<'END'\n${content}END\nchmod ${mode ?? '644'} ${name}`);
  }
  const first = median(await timed(1, () => run(BUILD)));
  const cached = medianOf(await run(timing(BUILD, 9)));
  await run('docker pull -q alpine');
  await run(RUN);
  const start = medianOf(await run(timing(RUN, 9)));
  const interrupted = await measureInterrupt(browser);
  const before = residentOf(browser.pid);
  for (let i = 0; i < CONTAINERS; i++) await run(IDLE);
  const each = (residentOf(browser.pid) - before) / CONTAINERS;
  return [
    { name: 'browser: first build of the article', value: first, unit: 'ms' },
    {
      name: 'browser: cached build',
      value: cached,
      unit: 'ms',
      goal: 50,
      ...(real ? { against: real.cachedBuild } : {}),
    },
    {
      name: 'browser: docker run --rm alpine echo hi, warm',
      value: start,
      unit: 'ms',
      goal: 50,
      ...(real ? { against: real.run } : {}),
    },
    { name: 'browser: ^C under a flood to the prompt', value: interrupted, unit: 'ms', goal: 100 },
    { name: 'browser: memory of an idle container', value: each, unit: 'MB' },
  ];
}

/** From the key to the prompt, while `yes` writes as fast as the terminal takes it. */
async function measureInterrupt({ page }: RunningBrowser): Promise<number> {
  const shows = (pattern: string) =>
    page.waitForFunction(
      (wanted) => {
        const rows = [...document.querySelectorAll('.xterm-rows > div')];
        const text = rows.map((row) => row.textContent?.trimEnd()).join('\n');
        return new RegExp(wanted).test(text.trimEnd());
      },
      pattern,
      { polling: 'raf' },
    );
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    await page.locator('.xterm').click();
    await page.keyboard.type('clear; yes\n');
    await shows('\\ny\\ny\\ny');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const began = performance.now();
    await page.keyboard.press('Control+C');
    await shows('you@laptop:~\\$$');
    times.push(performance.now() - began);
  }
  return median(times.sort((a, b) => a - b));
}

/** Private memory of the browser's processes, MB. */
function residentOf(root: number): number {
  let total = 0;
  for (const name of fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const group = fs.readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]!.split(' ')[2];
      if (Number(group) !== root) continue;
      const rollup = fs.readFileSync(`/proc/${name}/smaps_rollup`, 'utf8');
      for (const [, kb] of rollup.matchAll(/^Private_\w+:\s+(\d+) kB/gm)) total += Number(kb);
    } catch {
      // It has ended.
    }
  }
  return total / 1000;
}
