/**
 * A real Chromium, started by hand so that it can be killed, over the production build served under
 * a sub-path by a plain static server.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.mjs';
import type { CommandResult } from '../../src/laptop/index.ts';
import { type StaticServer, serveStatic } from '../../src/node/static-server.ts';

const PREFIX = '/docs/strata/';
const DIST = path.join(import.meta.dirname, '../../dist');

export function startSite(port = 0): Promise<StaticServer> {
  return serveStatic(DIST, { prefix: PREFIX, port });
}

export interface RunningBrowser {
  readonly page: Page;
  /** Of the browser's main process, and its group's. */
  readonly pid: number;
  /** What the page's console and uncaught errors said that no page should. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
  /** SIGKILL, all of its processes. */
  kill(): Promise<void>;
}

export interface BrowserOptions {
  /** Profile folder; lasts. One of its own where absent, which goes with the browser. */
  readonly profile?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly touch?: boolean;
}

export async function startBrowser(options: BrowserOptions = {}): Promise<RunningBrowser> {
  const executable = await findChromium();
  if (!executable) throw new Error('no Chromium found: apt-get install chromium, or set CHROMIUM');
  const profile = options.profile ?? fs.mkdtempSync(path.join(os.tmpdir(), 'strata-profile-'));
  const { width, height } = options.size ?? { width: 1440, height: 900 };
  fs.rmSync(path.join(profile, 'DevToolsActivePort'), { force: true });
  const child = spawn(
    executable,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--remote-debugging-port=0',
      `--window-size=${width},${height}`,
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: 'ignore', detached: true },
  );
  const browser = await connect(child, profile);
  const context = browser.contexts()[0]!;
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize({ width, height });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  const end = async (): Promise<void> => {
    await exited(child);
    if (options.profile === undefined) fs.rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
  };
  return {
    page,
    pid: child.pid!,
    complaints,
    async close() {
      await browser.close();
      child.kill('SIGTERM');
      await exited(child);
      stopGroup(child);
      await end();
    },
    async kill() {
      stopGroup(child);
      await end();
    },
  };
}

async function connect(child: ChildProcess, profile: string): Promise<Browser> {
  const file = path.join(profile, 'DevToolsActivePort');
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) throw new Error(`Chromium ended with status ${child.exitCode}`);
    const [port] = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
    if (port) return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Chromium did not start within 30 s');
}

/** Its helpers outlive the main process for a moment, and write. */
function stopGroup(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** What `window.strata` is to a test. */
interface Strata {
  readonly ready: Promise<unknown>;
  exec(command: string, timeout?: number): Promise<CommandResult>;
  state(): unknown;
}

/** Opens the page and waits for its prompt. */
export async function openStrata(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(() => (window as never as { strata: Strata }).strata.ready.then(() => undefined));
}

/** Runs a command in the page's lasting shell. */
export function execIn(page: Page, command: string, timeout = 60): Promise<CommandResult> {
  return page.evaluate(
    ([text, seconds]) =>
      (window as never as { strata: Strata }).strata.exec(text as string, seconds as number),
    [command, timeout],
  );
}

/** What the terminal shows, without colours, trailing blanks cut. */
export function screenText(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.xterm-rows > div')]
      .map((row) => row.textContent?.trimEnd() ?? '')
      .join('\n'),
  );
}
