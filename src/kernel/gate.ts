/**
 * The gate that every system call passes: a dead or replaced program gets `ProcessExit`, a stopped
 * one waits, one that has run long enough without waiting yields, if it can.
 */
import type { Maybe } from '../base/index.ts';
import type { Core } from './core.ts';
import type { Process, Run } from './process.ts';
import { ProcessExit, type Sys } from './sys.ts';
import { waitOn } from './wait.ts';

/** The calling process, as the tables' functions get it. */
export class Caller {
  readonly core: Core;
  readonly process: Process;
  readonly run: Run;

  constructor(core: Core, process: Process, run: Run) {
    this.core = core;
    this.process = process;
    this.run = run;
  }

  get pid(): number {
    return this.process.pid;
  }

  get argv(): readonly string[] {
    return this.run.argv;
  }

  get env(): Record<string, string> {
    return this.process.env;
  }
}

export type Methods = Omit<Sys, 'pid' | 'argv' | 'env'>;
/** A table of some system calls: `Sys`'s functions with the caller before their arguments. */
export type Calls<K extends keyof Methods> = {
  readonly [N in K]: (caller: Caller, ...args: Parameters<Methods[N]>) => ReturnType<Methods[N]>;
};

export type AnyCall = (caller: Caller, a: unknown, b: unknown, c: unknown, d: unknown) => unknown;

/** A call whose result is there at once: it can neither wait nor yield. */
export function immediately(call: AnyCall) {
  return function (this: Caller, a: unknown, b: unknown, c: unknown, d: unknown): unknown {
    check(this);
    this.core.current = this.process;
    const result = call(this, a, b, c, d);
    check(this);
    return result;
  };
}

/** A call that may wait. */
export function gated(call: AnyCall) {
  return function (this: Caller, a: unknown, b: unknown, c: unknown, d: unknown): unknown {
    check(this);
    if (!this.process.mayRun() && !this.process.staysPut)
      return whenContinued(this).then(() => attempt(this, call, a, b, c, d));
    const waits = this.process.waits.size;
    const result = attempt(this, call, a, b, c, d);
    if (result instanceof Promise && this.process.waits.size === waits) return elsewhere(this, result);
    return this.core.turns.due() && !this.process.staysPut ? afterTurn(this, result) : result;
  };
}

function attempt(caller: Caller, call: AnyCall, a: unknown, b: unknown, c: unknown, d: unknown): unknown {
  caller.core.current = caller.process;
  let result: unknown;
  try {
    result = call(caller, a, b, c, d);
  } catch (error) {
    // A call may kill its caller (SIGPIPE); then death is the answer.
    check(caller);
    throw error;
  }
  check(caller);
  return result;
}

/** @throws ProcessExit */
function check(caller: Caller): void {
  const { process } = caller;
  if (process.run !== caller.run) throw new ProcessExit(process.status ?? 0);
}

/** A call that a slow file system answers. */
async function elsewhere(caller: Caller, result: Promise<unknown>): Promise<unknown> {
  caller.process.block();
  caller.core.turns.asked();
  try {
    return await result;
  } finally {
    caller.core.turns.answered();
    caller.process.unblock();
  }
}

async function afterTurn(caller: Caller, result: unknown): Promise<unknown> {
  const value = result instanceof Promise ? await result : result;
  await yieldTurn(caller);
  return value;
}

/** Lets the event loop in, and goes on when the process may. */
async function yieldTurn(caller: Caller): Promise<void> {
  caller.process.charge();
  await caller.core.turns.yield(caller.process.share);
  check(caller);
  if (!caller.process.mayRun()) await whenContinued(caller);
}

/** Between two runs of an executor: lets others in where it used up its time, and waits while it may not go on. */
export function settle(caller: Caller, yields: boolean): Maybe<unknown> {
  check(caller);
  if (yields) return yieldTurn(caller);
  return caller.process.mayRun() ? undefined : whenContinued(caller);
}

/** For `breathe`: yields when a slice has passed or the process was stopped. */
export function breathe(caller: Caller): Maybe<void> {
  if (caller.core.turns.late() && !caller.process.staysPut) return yieldTurn(caller);
}

function whenContinued(caller: Caller): Promise<true> {
  return waitOn(caller.process, [caller.core.table.resumed], () => true as const);
}
