/**
 * Images of 300 MB in bounded memory: loaded as they come, plain, gzipped and with zstd, in Node and dropped onto the
 * page; told of meanwhile, saved again, read at their ends. In the long form only.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execIn, openStrata, screenText, startBrowser, startSite } from '../support/browser.ts';
import { config, json } from './images.mjs';
import { END, entry } from './tar-bytes.mjs';
import { zstdRaw } from './zstd-bytes.mjs';

const LONG = process.env['STRATA_LONG'] === '1';
const MB = 2 ** 20;
const LAYER = 100 * MB;
/**
 * What Node may take, with its engine, laptop and program text (95 MB by themselves; 195 MB were seen); and what a
 * load may add in Chromium's page and workers (130 to 195 MB were seen). To hold the image is 300 MB more.
 */
const MOST_IN_NODE = 260 * MB;
const MOST_IN_PAGE = 250 * MB;

const folder = fs.mkdtempSync('/tmp/strata-large-');
const at = (name: string): string => path.join(folder, name);
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  if (!LONG) return;
  const out = fs.openSync(at('plain.tar'), 'w');
  const put = (bytes: Uint8Array): void => void fs.writeSync(out, bytes);
  const layers = [1, 2, 3].map((number) => {
    const contents = randomBytes(LAYER);
    const parts = [
      entry({ name: `data${number}`, content: contents }),
      entry({ name: `end${number}`, content: `the end of ${number}\n` }),
      END,
    ];
    const layer = Buffer.concat(parts);
    put(entry({ name: `${number}/layer.tar`, content: layer }));
    return `sha256:${sha(layer)}`;
  });
  put(entry({ name: 'config.json', content: config(layers) }));
  const item = {
    Config: 'config.json',
    RepoTags: ['large:1'],
    Layers: [1, 2, 3].map((n) => `${n}/layer.tar`),
  };
  put(entry({ name: 'manifest.json', content: json([item]) }));
  put(END);
  fs.closeSync(out);
  const plain = (): fs.ReadStream => fs.createReadStream(at('plain.tar'), { highWaterMark: MB });
  await pipeline(plain(), createGzip({ level: 1 }), fs.createWriteStream(at('gzip.tar')));
  const packed = fs.openSync(at('zstd.tar'), 'w');
  for await (const piece of plain()) fs.writeSync(packed, zstdRaw(piece as Buffer));
  fs.closeSync(packed);
}, 120_000);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly stdout: string;
  readonly peak: number;
}

/** A command of the laptop in a process of its own; the most memory that it ever had. */
async function run(command: string, input?: string, output?: string): Promise<Ran> {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=256', 'build/node/shell.js', '--state', at('state'), '-c', command],
    {
      stdio: [
        input ? fs.openSync(at(input), 'r') : 'ignore',
        output ? fs.openSync(at(output), 'w') : 'pipe',
        'inherit',
      ],
    },
  );
  let stdout = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  const peak = watchPeak(child);
  const status = await new Promise((resolve) => child.once('close', resolve));
  expect(status, command).toBe(0);
  return { stdout, peak: peak() };
}

function watchPeak({ pid }: ChildProcess): () => number {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(pid!, 'VmHWM'));
  }, 20);
  return () => {
    clearInterval(timer);
    return most;
  };
}

/** Bytes; 0 of a process that is gone. */
function memoryOf(pid: number, what: 'VmHWM' | 'RssAnon'): number {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

const figure = (what: string, bytes: number): void =>
  console.log(`${what}: ${Math.round(bytes / MB)} MB at most`);

describe(`in Node${LONG ? '' : ' (skipped: long form only)'}`, () => {
  it.skipIf(!LONG).each(['plain', 'gzip', 'zstd'])('%s', { timeout: 120_000 }, async (form) => {
    fs.rmSync(at('state'), { recursive: true, force: true });
    const loaded = await run('docker load', `${form}.tar`);
    expect(loaded.stdout).toBe('Loaded image: large:1\n');
    figure(`docker load, ${form}`, loaded.peak);
    expect(loaded.peak).toBeLessThan(MOST_IN_NODE);
    const saved = await run('docker save large:1', undefined, `saved-${form}.tar`);
    figure('docker save', saved.peak);
    expect(saved.peak).toBeLessThan(MOST_IN_NODE);
    // Whatever it came as.
    const digest = sha(fs.readFileSync(at(`saved-${form}.tar`)));
    expect(digest).toBe(sha(fs.readFileSync(at('saved-plain.tar'))));
    const ends = await run(
      'docker pull -q busybox >/dev/null; printf "FROM large:1\\nCOPY --from=busybox /bin /bin\\n" | docker build -q -t ends - >/dev/null; docker run --rm ends sh -c "cat /end1 /end2 /end3; tail -c 100 /data3 | wc -c"',
    );
    expect(ends.stdout).toBe('the end of 1\nthe end of 2\nthe end of 3\n100\n');
    figure('docker run', ends.peak);
    expect(ends.peak).toBeLessThan(MOST_IN_NODE);
  });
});

describe(`from the laptop's own disk, in Node${LONG ? '' : ' (skipped: long form only)'}`, () => {
  it.skipIf(!LONG)('saved there and loaded from there', { timeout: 120_000 }, async () => {
    fs.rmSync(at('state'), { recursive: true, force: true });
    const kept = await run('cat > plain.tar', 'plain.tar');
    figure('written to the disk', kept.peak);
    expect(kept.peak).toBeLessThan(MOST_IN_NODE);
    const loaded = await run('docker load -i plain.tar');
    expect(loaded.stdout).toBe('Loaded image: large:1\n');
    figure('docker load -i', loaded.peak);
    expect(loaded.peak).toBeLessThan(MOST_IN_NODE);
    const saved = await run('docker save -o saved.tar large:1 && sha256sum < saved.tar');
    figure('docker save -o', saved.peak);
    expect(saved.peak).toBeLessThan(MOST_IN_NODE);
    const digest = sha(fs.readFileSync(at('saved-plain.tar')));
    expect(saved.stdout).toBe(`${digest}  -\n`);
  });
});

describe(`in Chromium${LONG ? '' : ' (skipped: long form only)'}`, () => {
  it.skipIf(!LONG).each(['plain', 'gzip', 'zstd'])('%s, dropped', { timeout: 240_000 }, async (form) => {
    const site = await startSite();
    const browser = await startBrowser({ profile: at(`profile-${form}`) });
    try {
      const { page } = browser;
      await openStrata(page, site.url);
      await execIn(page, 'docker pull -q busybox');
      const cdp = await page.context().browser()!.newBrowserCDPSession();
      const { processInfo } = (await cdp.send('SystemInfo.getProcessInfo')) as {
        processInfo: { type: string; id: number }[];
      };
      const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
      const memory = (): number => renderers.reduce((sum, pid) => sum + memoryOf(pid, 'RssAnon'), 0);
      const before = memory();
      let most = 0;
      let screens = '';
      const timer = setInterval(() => {
        most = Math.max(most, memory());
        screenText(page).then(
          (text) => {
            screens += text;
          },
          () => {},
        );
      }, 100);
      // A file of the disk, which the page may read and has not in memory.
      await page.evaluate(() => {
        const input = document.createElement('input');
        input.type = 'file';
        input.id = 'large-file';
        document.body.append(input);
      });
      const session = await page.context().newCDPSession(page);
      const { root } = await session.send('DOM.getDocument');
      const { nodeId } = await session.send('DOM.querySelector', {
        nodeId: root.nodeId,
        selector: '#large-file',
      });
      await session.send('DOM.setFileInputFiles', { files: [at(`${form}.tar`)], nodeId });
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(document.querySelector<HTMLInputElement>('#large-file')!.files![0]!);
        const options = { dataTransfer, bubbles: true, cancelable: true };
        for (const type of ['dragenter', 'dragover', 'drop']) {
          document.body.dispatchEvent(new DragEvent(type, options));
        }
      });
      await expect
        .poll(() => screenText(page), { timeout: 180_000, interval: 200 })
        .toContain('Loaded image: large:1');
      clearInterval(timer);
      figure(`Chromium's page, ${form}: more`, most - before);
      expect(most - before).toBeLessThan(MOST_IN_PAGE);
      expect(screens).toMatch(/: Loading layer \[=+>.*MB\/104\.9MB/);
      const ends = await execIn(
        page,
        'printf "FROM large:1\\nCOPY --from=busybox /bin /bin\\n" | docker build -q -t ends - >/dev/null; docker run --rm ends sh -c "cat /end1 /end2 /end3; tail -c 100 /data3 | wc -c"; docker save large:1 | wc -c',
        120,
      );
      expect(ends).toMatchObject({ exit: 0 });
      expect(ends.stdout).toMatch(/^the end of 1\nthe end of 2\nthe end of 3\n100\n3145\d+\n$/);
    } finally {
      await browser.kill();
      await site.close();
    }
  });
});
