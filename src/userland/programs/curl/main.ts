/** curl: gets and sends things by their URL. Options are in options.ts; what cannot be done here is no option. */

import { type Main, writeAll } from '../../../kernel/index.ts';
import { errnoOf, O_CREAT, O_TRUNC, O_WRONLY } from '../../../posix/index.ts';
import { makeDirectories } from '../../files.ts';
import { applet, type Io } from '../../io.ts';
import { ownVersion } from '../../own-version.ts';
import { dirName, joinPath } from '../../paths.ts';
import { globUrls } from './glob.ts';
import { createMeter, type Meter } from './meter.ts';
import { type Given, helpText, parseArguments, UsageProblem } from './options.ts';
import { CurlProblem } from './problem.ts';
import { type CurlRequest, refererOf, requestFor, VERSION } from './request.ts';
import { type Exchange, exchange } from './transfer.ts';
import { type Facts, writeOut } from './write-out.ts';

const TRY_HELP = "curl: try 'curl --help' or 'curl --manual' for more information\n";
/** Statuses that may be others a moment later. */
const TRANSIENT = new Set([408, 429, 500, 502, 503, 504]);
const LONGEST_WAIT = 600;

export const main: Main = (sys) =>
  applet({
    usage: '[options...] <url>',
    ownHelp: true,
    async run(io) {
      let given: Given;
      try {
        given = parseArguments(io.args);
      } catch (error) {
        if (!(error instanceof UsageProblem)) throw error;
        io.printError(`curl: ${error.message}\n${TRY_HELP}`);
        return 2;
      }
      if (given.has('help')) {
        io.print(helpText());
        return 0;
      }
      if (given.has('version')) {
        io.print(`curl ${await ownVersion(io.sys, VERSION)} (Strata)\nProtocols: http https\n`);
        return 0;
      }
      if (given.urls.length === 0) {
        io.printError(`curl: (2) no URL specified\n${TRY_HELP}`);
        return 2;
      }
      return transferAll(io, given);
    },
  })(sys);

async function transferAll(io: Io, given: Given): Promise<number> {
  if (given.has('insecure') && !given.has('silent'))
    io.printError('Warning: -k has no effect: the platform checks certificates itself\n');
  let status = 0;
  let number = 0;
  const outputs = given.all.filter(([name]) => name === 'output' || name === 'remote-name');
  for (const [i, pattern] of given.urls.entries()) {
    const urls = given.has('globoff') ? [{ url: pattern, parts: [] }] : globUrls(pattern);
    if (typeof urls === 'string') {
      status = complain(io, given, new CurlProblem(3, urls));
      continue;
    }
    for (const { url, parts } of urls) {
      const output = outputFor(given, outputs[i], url, parts);
      status = await withRetries(io, given, { url, output, number: number++ });
    }
  }
  return status;
}

interface Job {
  readonly url: string;
  /** Undefined for stdout. */
  readonly output: string | undefined;
  readonly number: number;
}

function outputFor(
  given: Given,
  option: readonly [string, string] | undefined,
  url: string,
  parts: readonly string[],
): string | undefined {
  const named = option ?? (given.has('remote-name-all') ? (['remote-name', ''] as const) : undefined);
  if (!named || (named[0] === 'output' && named[1] === '-')) return undefined;
  const path =
    named[0] === 'output'
      ? named[1].replace(/#(\d)/g, (whole, index: string) => parts[Number(index) - 1] ?? whole)
      : remoteName(url);
  const folder = given.value('output-dir');
  return folder === undefined ? path : joinPath(folder, path);
}

/** The last part of a URL's path. */
function remoteName(url: string): string {
  return url
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[?#].*$/, '')
    .replace(/^[^/]*\/?/, '')
    .replace(/^.*\//, '');
}

async function withRetries(io: Io, given: Given, job: Job): Promise<number> {
  const most = Number(given.value('retry') ?? 0);
  let wait = Number(given.value('retry-delay') ?? 0) || 1;
  for (let left = most; ; left--) {
    const outcome = await attempt(io, given, job);
    const again =
      left > 0 &&
      (TRANSIENT.has(outcome.status) ||
        outcome.exit === 28 ||
        (given.has('retry-connrefused') && outcome.exit === 7) ||
        (given.has('retry-all-errors') && outcome.exit !== 0));
    if (!again) return outcome.exit;
    const seconds = `${wait} second${wait === 1 ? '' : 's'}`;
    const reason = outcome.exit === 28 ? 'timeout' : outcome.exit === 7 ? 'connection refused' : 'HTTP error';
    if (!given.has('silent'))
      io.printError(
        `Warning: Problem: ${reason}. Will retry in ${seconds}. ${left} ${left === 1 ? 'retry' : 'retries'} left.\n`,
      );
    await io.flush();
    await io.sys.sleep(wait * 1000);
    if (!given.value('retry-delay')) wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

interface Outcome {
  readonly exit: number;
  readonly status: number;
}

/** One transfer, with what is said about it. */
async function attempt(io: Io, given: Given, job: Job): Promise<Outcome> {
  const started = io.sys.monotonic();
  const state = { received: 0, redirects: 0, last: undefined as Exchange | undefined, sent: 0 };
  let url: URL | undefined;
  let problem: CurlProblem | undefined;
  const timer = new AbortController();
  const expire = (seconds: string | undefined, what: () => string) => {
    if (seconds === undefined) return () => {};
    const handle = setTimeout(() => timer.abort(new CurlProblem(28, what())), Number(seconds) * 1000);
    return () => clearTimeout(handle);
  };
  const elapsed = () => Math.round(io.sys.monotonic() - started);
  const stopWhole = expire(
    given.value('max-time'),
    () => `Operation timed out after ${elapsed()} milliseconds with ${state.received} bytes received`,
  );
  const stopStart = expire(
    given.value('connect-timeout'),
    () => `Connection timed out after ${elapsed()} milliseconds`,
  );
  try {
    if (job.output === '') throw new CurlProblem(23, 'Remote file name has no length');
    const request = await requestFor(io, given, job.url);
    url = request.url;
    state.sent = request.body instanceof Uint8Array ? request.body.length : 0;
    if (given.has('verbose')) showRequest(io, request);
    const last = await exchange(io, given, request, timer.signal, async (passed) => {
      state.last = passed;
      state.redirects++;
      // A browser shows nothing of it.
      if (passed.response.type === 'opaqueredirect') return;
      if (given.has('verbose')) showResponse(io, passed.response);
      if (given.has('include') || given.has('head')) io.print(headText(passed.response));
    });
    stopStart();
    state.last = last;
    if (given.has('verbose')) showResponse(io, last.response);
    await receive(io, given, job, last, timer.signal, started, state);
  } catch (error) {
    const cause = timer.signal.aborted ? timer.signal.reason : error;
    if (!(cause instanceof CurlProblem)) throw error;
    problem = cause;
  } finally {
    stopWhole();
    stopStart();
  }
  const exit = problem ? complain(io, given, problem) : 0;
  const format = given.value('write-out');
  const { last } = state;
  const status = last?.response.status ?? 0;
  if (format !== undefined) {
    const facts: Facts = {
      url: job.url,
      effective: last?.response.url || url?.href || job.url,
      scheme: url?.protocol.slice(0, -1) ?? '',
      referer: (last ? last.request.referer : refererOf(given)) ?? '',
      method: last?.request.method ?? given.value('request') ?? 'GET',
      status,
      headers: last ? [...last.response.headers] : [],
      received: state.received,
      sent: state.sent,
      redirects: state.redirects,
      seconds: (io.sys.monotonic() - started) / 1000,
      file: job.output ?? '',
      exit,
      problem: problem?.message ?? '',
      number: job.number,
    };
    await writeOut(io, format, facts);
  }
  await io.flush();
  return { exit, status };
}

/** Says what went wrong, unless silent; the exit status. */
function complain(io: Io, given: Given, problem: CurlProblem): number {
  if (!given.has('silent') || given.has('show-error'))
    io.printError(`curl: (${problem.status}) ${problem.message}\n`);
  return problem.status;
}

function headText({ status, statusText, headers }: Response): string {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${statusText}\r\n${lines.join('')}\r\n`;
}

function showRequest(io: Io, { method, url, headers }: CurlRequest): void {
  io.printError(`> ${method} ${url.pathname}${url.search} HTTP/1.1\n> Host: ${url.host}\n`);
  for (const [name, value] of headers) io.printError(`> ${name}: ${value}\n`);
  io.printError('> \n');
}

function showResponse(io: Io, response: Response): void {
  for (const line of headText(response).split('\r\n').slice(0, -1)) io.printError(`< ${line}\n`);
}

/** Takes an answer's body to where it belongs. */
async function receive(
  io: Io,
  given: Given,
  job: Job,
  { response, request }: Exchange,
  signal: AbortSignal,
  started: number,
  state: { received: number; sent: number },
): Promise<void> {
  const failed = response.status >= 400 && (given.has('fail') || given.has('fail-with-body'));
  const failure = new CurlProblem(22, `The requested URL returned error: ${response.status}`);
  if (failed && !given.has('fail-with-body')) {
    await response.body?.cancel();
    throw failure;
  }
  const fd = await openOutput(io, given, job.output);
  try {
    if (given.has('include') || given.has('head')) {
      const head = new TextEncoder().encode(headText(response));
      if (fd === 1) await io.write(head);
      else await writeAll(io.sys, fd, head);
    }
    if (request.method === 'HEAD') return;
    const length = Number(response.headers.get('content-length'));
    const packed = response.headers.has('content-encoding');
    const meter = createMeter(io, {
      style: meterStyle(io, given, fd),
      total: length > 0 && !packed ? length : undefined,
      sent: state.sent,
      started,
      again: job.number > 0,
    });
    await copy(io, response, fd, {
      signal,
      meter,
      state,
      guarded: fd === 1 && job.output === undefined && !isForced(given),
    });
    meter.end(state.received);
  } finally {
    if (fd !== 1) await io.sys.close(fd);
  }
  if (failed) throw failure;
}

/** `-o -` says that whatever comes may go to the terminal. */
const isForced = (given: Given): boolean => given.values('output').includes('-');

function meterStyle(io: Io, given: Given, fd: number): 'none' | 'table' | 'bar' {
  if (given.has('silent') || given.has('no-progress-meter')) return 'none';
  if (given.has('progress-bar')) return 'bar';
  return fd === 1 && io.sys.isatty(1) ? 'none' : 'table';
}

async function openOutput(io: Io, given: Given, path: string | undefined): Promise<number> {
  if (path === undefined) return 1;
  try {
    if (given.has('create-dirs')) await makeDirectories(io.sys, dirName(path), 0o750);
    return await io.sys.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666);
  } catch (error) {
    if (!errnoOf(error)) throw error;
    if (!given.has('silent'))
      io.printError(`Warning: Failed to open the file ${path}: ${(error as Error).message}\n`);
    throw new CurlProblem(23, 'client returned ERROR on write, 1 was not written');
  }
}

interface Copying {
  readonly signal: AbortSignal;
  readonly meter: Meter;
  readonly state: { received: number };
  /** Bytes that are no text must not reach the terminal. */
  readonly guarded: boolean;
}

async function copy(io: Io, response: Response, fd: number, how: Copying): Promise<void> {
  const { signal, meter, state, guarded } = how;
  const reader = response.body?.getReader();
  if (!reader) return;
  const aborted = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
  aborted.catch(() => {});
  for (;;) {
    let next: Awaited<ReturnType<typeof reader.read>>;
    try {
      next = await Promise.race([reader.read(), aborted]);
    } catch (error) {
      if (error instanceof CurlProblem) throw error;
      throw new CurlProblem(56, 'Recv failure: the connection ended too early');
    }
    if (next.done) return;
    if (guarded && state.received === 0 && io.sys.isatty(1) && next.value.includes(0)) {
      io.printError(
        'Warning: Binary output can mess up your terminal. Use "--output -" to tell curl to output it to your terminal anyway, or consider "--output <FILE>" to save to a file.\n',
      );
      await reader.cancel();
      throw new CurlProblem(23, `client returned ERROR on write, ${next.value.length} was not written`);
    }
    state.received += next.value.length;
    try {
      if (fd === 1) await io.write(next.value);
      else await writeAll(io.sys, fd, next.value);
    } catch (error) {
      if (!errnoOf(error)) throw error;
      throw new CurlProblem(
        23,
        `Failure writing output to destination, passed ${next.value.length} returned 0`,
      );
    }
    meter.update(state.received);
    await io.flush();
  }
}
