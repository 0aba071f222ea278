/**
 * Executors: what runs a program's code, and the one loop that drives them.
 *
 * The kernel gives an executor time and signals, and gets system calls and an end. TypeScript programs are
 * async functions behind one adapter; machine code of whatever processor is an executor of its own. What
 * a program is made of is known to nobody else.
 */
import { encode, messageOf } from '../base/index.ts';
import { exited, PosixError, signalled, signals } from '../posix/index.ts';
import type { Core } from './core.ts';
import { type Caller, settle } from './gate.ts';
import type { Process } from './process.ts';
import { type Executor, type Main, type Outcome, ProcessExit, type Start, type Sys } from './sys.ts';

/** Milliseconds that a program may run before others get their turn. */
const BUDGET = 5;

/** Runs a program in a process that is in the table; its result or failure ends that. */
export function startProgram(core: Core, process: Process, start: Start): void {
  const run = process.run!;
  const sys = core.createSys(process, run);
  const executor = start(sys);
  process.executor = executor;
  const finish = (status: number): void => {
    if (process.run === run) {
      process.charge();
      process.die(status);
    }
  };
  const crash = (error: unknown): void => {
    if (error instanceof ProcessExit) finish(error.status);
    else if (process.run === run) finish(reportCrash(process, error));
  };
  // Not at once: the parent goes on first, as it usually does.
  queueMicrotask(() => {
    if (process.run !== run) return;
    core.turns.lap();
    drive(sys, executor).then((code) => finish(exited(code)), crash);
  });
}

/** Runs a program to its end; answers its exit code. @throws ProcessExit, and what the program throws */
async function drive(caller: Caller, executor: Executor): Promise<number> {
  for (;;) {
    const outcome = executor.run(BUDGET);
    if (outcome.kind === 'exit') return outcome.code;
    // How the wait ended is the executor's to know.
    if (outcome.kind === 'block') await outcome.until.catch(() => {});
    const pause = settle(caller, outcome.kind === 'yield');
    if (pause) await pause;
  }
}

/** Makes a program of an async function. It is never left in the middle, so that handlers are called in place. */
export function typeScript(main: Main): Start {
  return (sys) => new AsyncExecutor(main, sys);
}

class AsyncExecutor implements Executor {
  readonly handlersInPlace = true;
  readonly #main: Main;
  readonly #sys: Sys;
  #until: Promise<unknown> | undefined;
  #end: { readonly code: number } | { readonly error: unknown } | undefined;

  constructor(main: Main, sys: Sys) {
    this.#main = main;
    this.#sys = sys;
  }

  run(): Outcome {
    if (!this.#until) {
      const code = this.#main(this.#sys);
      if (!(code instanceof Promise)) return { kind: 'exit', code };
      this.#until = code.then(
        (later) => {
          this.#end = { code: later };
        },
        (error: unknown) => {
          this.#end = { error };
        },
      );
    }
    if (!this.#end) return { kind: 'block', until: this.#until };
    if ('error' in this.#end) throw this.#end.error;
    return { kind: 'exit', code: this.#end.code };
  }

  interrupt(): void {
    for (let taken = this.#sys.takeSignal(); taken; taken = this.#sys.takeSignal()) {
      const { handler } = taken.action;
      if (typeof handler === 'function') handler(taken.signal);
      this.#sys.sigmask(taken.mask);
    }
  }
}

/** What a program did not catch: an errno in words and exit 1, anything else a fault of ours. */
function reportCrash(process: Process, error: unknown): number {
  const known = error instanceof PosixError;
  const text = known
    ? error.message
    : `crashed: ${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}`;
  const stderr = process.descriptors.peek(2);
  try {
    const written = stderr?.open.write?.(
      process,
      encode(`${process.lastRun.argv[0]}: ${text}\n`),
      undefined,
      0,
    );
    if (written instanceof Promise) written.catch(() => {});
  } catch {}
  if (known) return exited(1);
  return signalled(error instanceof RangeError ? signals.SEGV : signals.ABRT);
}
