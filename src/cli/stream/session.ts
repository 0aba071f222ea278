/**
 * An attached session: the terminal (or plain descriptors) on one side, a container's or an exec's
 * connection on the other, with raw mode, window size, signals and detach keys between.
 */
import { messageOf } from '../../base/index.ts';
import { rawTermios, SA_RESTART, signalName, signals } from '../../posix/index.ts';
import type { Cli } from '../command.ts';
import type { Hijacked } from '../engine.ts';
import { query, segment } from '../engine.ts';
import { failure } from '../failure.ts';
import { DEFAULT_KEYS, parseKeys, watchKeys } from './keys.ts';
import { copyOutput } from './output.ts';

export interface SessionOptions {
  /** Standard input goes to the container. */
  readonly stdin: boolean;
  readonly tty: boolean;
  readonly detachKeys: string | undefined;
}

/** How a session ended: by the container's output ending, or by the detach keys. */
export type SessionEnd = 'ended' | 'detached';

/** @throws ECLI where `-it` has no terminal to use */
export function checkTty(cli: Cli, stdin: boolean, tty: boolean): void {
  if (stdin && tty && !cli.sys.isatty(0)) throw failure('the input device is not a TTY');
}

/** Copies both ways until the output ends; the terminal is as it was afterwards, whatever happens. */
export async function runSession(
  cli: Cli,
  { connection, multiplexed }: Hijacked,
  options: SessionOptions,
): Promise<SessionEnd> {
  const restore = options.tty && options.stdin && cli.sys.isatty(0) ? makeRaw(cli) : () => {};
  cli.signal.addEventListener('abort', restore, { once: true });
  try {
    const output = copyOutput(cli, connection.source, options.tty ? false : multiplexed).then(
      () => 'ended' as const,
    );
    if (!options.stdin) return await output;
    const detached = copyInput(cli, connection.sink, options);
    return await Promise.race([output, detached]);
  } finally {
    cli.signal.removeEventListener('abort', restore);
    restore();
    connection.sink.end();
    connection.source.cancel();
  }
}

/** Resolves only when the detach keys were typed. */
async function copyInput(
  cli: Cli,
  sink: Hijacked['connection']['sink'],
  options: SessionOptions,
): Promise<'detached'> {
  const keys = options.detachKeys ? parseKeys(options.detachKeys) : DEFAULT_KEYS;
  const watch = options.tty && keys ? watchKeys(keys) : undefined;
  const buffer = new Uint8Array(4096);
  try {
    for (;;) {
      const got = cli.sys.read(0, buffer);
      const count = got instanceof Promise ? await got : got;
      if (count === 0) break;
      const bytes = buffer.slice(0, count);
      const fed = watch ? watch.feed(bytes) : { send: bytes, detached: false };
      if (fed.send.length > 0) await sink.write(fed.send);
      if (fed.detached) return 'detached';
    }
    sink.end();
  } catch (error) {
    // The container closed its input; its output says the rest. Death of our own process must pass.
    if (!(error instanceof Error)) throw error;
    if (cli.debug) await cli.err(`${messageOf(error)}\n`);
  }
  return new Promise<never>(() => {});
}

/** Answers how to go back. */
function makeRaw(cli: Cli): () => void {
  const before = cli.sys.tcgetattr(0);
  cli.sys.tcsetattr(0, rawTermios(before));
  return () => cli.sys.tcsetattr(0, before);
}

/** Tells the engine the size of our terminal, now and whenever it changes. `what` is `/containers/ID` or `/exec/ID`. */
export async function followWindow(cli: Cli, what: string): Promise<() => void> {
  if (!cli.sys.isatty(1)) return () => {};
  const resize = async (): Promise<void> => {
    const { rows, columns } = cli.sys.getWindowSize(1);
    if (rows === 0 && columns === 0) return;
    // A container that is gone already needs no size.
    await cli.engine.call('POST', `${what}/resize${query({ h: rows, w: columns })}`).catch(() => {});
  };
  const before = cli.sys.sigaction(signals.WINCH, { handler: () => void resize(), flags: SA_RESTART });
  await resize();
  return () => void cli.sys.sigaction(signals.WINCH, before);
}

/** Signals that stay ours: no attached client hands these on. */
const OWN = new Set<number>([
  signals.KILL,
  signals.STOP,
  signals.CHLD,
  signals.PIPE,
  signals.URG,
  signals.WINCH,
  signals.TSTP,
  signals.TTIN,
  signals.TTOU,
]);

/** Who asks as often as this wants to be gone, whatever the container makes of it. */
const INSISTENT = 3;

/** Hands the signals we get to the container. Answers how to stop that. */
export function proxySignals(cli: Cli, container: string): () => void {
  const undo: (() => void)[] = [];
  let asked = 0;
  const insist = async (): Promise<void> => {
    asked++;
    if (asked < INSISTENT) return;
    await cli.err('\ngot 3 SIGTERM/SIGINTs, forcefully exiting\n');
    cli.abandon(1);
  };
  for (const signal of Object.values(signals)) {
    if (OWN.has(signal)) continue;
    const before = cli.sys.sigaction(signal, {
      handler: () => {
        const path = `/containers/${segment(container)}/kill${query({ signal: signalName(signal) })}`;
        void cli.engine.call('POST', path).catch(() => {});
        if (signal === signals.INT || signal === signals.TERM) void insist();
      },
      flags: SA_RESTART,
    });
    undo.push(() => void cli.sys.sigaction(signal, before));
  }
  return () => {
    for (const step of undo) step();
  };
}
