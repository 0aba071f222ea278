/**
 * node: runs JavaScript in QuickJS-ng, which is WebAssembly, with a library of its own that is as Node's.
 *
 * The engine and the library are loaded when `node` is first run, and compiled once a thread. Scripts are
 * strangers: they see the library's globals and what it asks of the kernel, and nothing of ours.
 *
 * Where there is no JavaScript Promise Integration, a call that has to wait fails in one line, and a loop
 * that never ends can only be ended with its container.
 */
/// <reference path="./assets.d.ts" />

import { decode, encode, fromBase64 } from '../../../base/index.ts';
import type { Main, Sys } from '../../../kernel/index.ts';
import { errnoOf, signals } from '../../../posix/index.ts';
import { ownVersion } from '../../own-version.ts';
import { canWait } from '../wasm/integration.ts';
import { abort, GuestExit, isTrap } from '../wasm/process.ts';
import { Engine } from './engine.ts';
import { readAll } from './files.ts';
import { Host } from './host.ts';
import { Loop } from './loop.ts';
import { formatOf, load, normalize, REQUIRE, readText, resolve } from './modules.ts';
import { Refusal } from './operations.ts';
import { BadOption, type Given, HELP, parseArguments } from './options.ts';
import { type Steps, walk } from './steps.ts';
import { FOLLOWED } from './version.ts';

export const main: Main = async (sys) => {
  let given: Given;
  try {
    given = parseArguments(sys.argv.slice(1));
  } catch (error) {
    if (!(error instanceof BadOption)) throw error;
    await sys.write(2, encode(`${sys.argv[0]}: ${error.message}\n`));
    return error.status;
  }
  if (given.action === 'version' || given.action === 'help') {
    await sys.write(1, encode(given.action === 'version' ? `v${await ownVersion(sys, FOLLOWED)}\n` : HELP));
    return 0;
  }
  return run(sys, given);
};

async function run(sys: Sys, given: Given): Promise<number> {
  // What nobody reads is an error of the write, not the end.
  sys.sigaction(signals.PIPE, 'ignore');
  if (!canWait) sys.stayPut();
  const { host, loop } = await start(sys);
  const program = await programOf(host, given);
  let status: number;
  try {
    status = await loop.run(program);
  } catch (error) {
    status = error instanceof GuestExit ? error.code : await crashed(sys, error);
  }
  await host.output.flush();
  return status;
}

/** The engine with the library in it. */
async function start(sys: Sys): Promise<{ host: Host; loop: Loop }> {
  const host = new Host(sys);
  let loop: Loop | undefined;
  const [code, library] = await loaded();
  const engine = await Engine.create(code, {
    call: (operation, argument, bytes, subject) => host.call(operation, argument, bytes, subject),
    breathe() {
      host.measure();
      return sys.breathe();
    },
    normalize: (base, specifier) => normalize(host, base, specifier),
    load: (name) => load(host, name),
    rejected: (promise, reason, isHandled) => loop?.rejected(promise, reason, isHandled),
    random: (length) => sys.random(length),
    now: () => sys.now(),
    monotonic: () => sys.monotonic(),
  });
  host.engine = engine;
  const boot = await engine.evaluate(library, 'node:internal');
  const bridge = engine.hostFunction();
  const enter = await engine.call(boot, [bridge]);
  if (engine.failed(enter)) throw new Error(engine.text(engine.exception()));
  engine.library = enter;
  loop = new Loop(host, enter);
  return { host, loop };
}

/** Module and library, once a thread. */
let loading: Promise<readonly [WebAssembly.Module, string]> | undefined;

function loaded(): Promise<readonly [WebAssembly.Module, string]> {
  loading ??= (async () => {
    const [{ default: packed }, { default: library }] = await Promise.all([
      import('quickjs-wasi/quickjs.wasm?packed'),
      import('./guest/main.js?bundled'),
    ]);
    const stream = new Blob([fromBase64(packed)]).stream().pipeThrough(new DecompressionStream('gzip'));
    const bytes = await new Response(stream).arrayBuffer();
    return [await WebAssembly.compile(bytes), library] as const;
  })();
  return loading;
}

/** What the library is told to do. Files are read here, where it can wait in any case. */
async function programOf(host: Host, given: Given): Promise<object> {
  const { sys } = host;
  const [script, ...rest] = given.operands;
  const fromInput = script === '-' || (script === undefined && given.action === 'run');
  const isTerminal = sys.fds().includes(0) && sys.isatty(0);
  const base = { ...given, argv0: sys.argv[0], version: await ownVersion(sys, FOLLOWED) };
  if (given.code !== undefined) return { ...base, args: given.operands };
  if (given.action === 'repl' || (script === undefined && fromInput && isTerminal))
    return { ...base, action: 'repl', args: rest, isTerminal };
  if (fromInput || script === undefined)
    return { ...base, action: 'input', text: decode(await walk(readAll(sys, 0))), args: rest };
  const requested = script.startsWith('/') ? script : `${sys.getcwd()}/${script}`;
  return { ...base, requested, args: rest, ...(await walk(findMain(sys, requested))) };
}

function* findMain(sys: Sys, requested: string): Steps<object> {
  try {
    const path = yield* resolve(sys, requested, '/', REQUIRE);
    return { path, text: yield* readText(sys, path), format: yield* formatOf(sys, path) };
  } catch (error) {
    if (!(error instanceof Refusal || errnoOf(error))) throw error;
    return {};
  }
}

/** The engine itself broke: its thread's stack ended, or its memory. */
async function crashed(sys: Sys, error: unknown): Promise<number> {
  if (!isTrap(error)) throw error;
  await sys.write(2, encode(`node: the engine stopped: ${error.message}\n`));
  return abort(sys);
}
