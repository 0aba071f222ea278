/**
 * What of a container is alive: its run, who is attached, who waits, its log. Not in the store.
 *
 * One entry per container that ran or was attached to since the engine started; it outlasts single
 * runs, since `docker run` attaches before the start and `restart` keeps followers of the log.
 */
import type { RunningProcess, Sandbox } from '../sandbox/index.ts';
import { createLogFile, type LogFile } from './log-file.ts';
import { type Broadcast, createBroadcast } from './streams.ts';
import { createTurns } from './turns.ts';
import type { Engine } from './types.ts';

/** One life of PID 1. */
export interface Run {
  readonly sandbox: Sandbox;
  readonly process: RunningProcess;
  /** On the clock that never goes back. */
  readonly since: number;
  /** Resolves when the sandbox is closed and the container's record says so; to the exit code. */
  readonly ended: Promise<number>;
  /** Ends it whatever the process says: the sandbox is closed, its worker terminated if it must be. */
  readonly force: () => void;
}

export interface RunningContainer {
  readonly id: string;
  /** Starts, removals and looks into a container that does not run exclude each other. */
  readonly inTurn: ReturnType<typeof createTurns>;
  readonly outputs: Broadcast;
  readonly log: LogFile;
  run: Run | undefined;
  /** Told to stop by the user: no restart policy applies. */
  stopRequested: boolean;
  /** Ends the pause before the next restart by policy. */
  cancelRestart: (() => void) | undefined;
  readonly waiters: Set<Waiter>;
  /** Who reads its files while it runs: commit, export, cp. Its end waits for them a while. */
  readonly readers: Set<Promise<unknown>>;
}

/** Somebody in `docker wait`. */
export interface Waiter {
  readonly until: 'exit' | 'removal';
  done(exitCode: number): void;
}

export function liveOf(engine: Engine, id: string): RunningContainer {
  const known = engine.running.get(id);
  if (known) return known;
  const live: RunningContainer = {
    id,
    inTurn: createTurns(),
    outputs: createBroadcast(),
    log: createLogFile(engine.host.store, id, engine.host.clock),
    run: undefined,
    stopRequested: false,
    cancelRestart: undefined,
    waiters: new Set(),
    readers: new Set(),
  };
  engine.running.set(id, live);
  return live;
}

/** Lets those go who wait for this. */
export function releaseWaiters(live: RunningContainer, until: Waiter['until'], exitCode: number): void {
  for (const waiter of [...live.waiters]) {
    if (waiter.until !== until) continue;
    live.waiters.delete(waiter);
    waiter.done(exitCode);
  }
}
