/**
 * Ending, interrupting and pausing what runs.
 *
 * @see moby daemon/stop.go, daemon/kill.go, daemon/pause.go
 */
import { codeOf, messageOf, StrataError } from '../base/index.ts';
import { signalNumber, signals } from '../posix/index.ts';
import { liveOf, type Run, releaseWaiters } from './container-live.ts';
import { cancelRestart, startContainer } from './container-start.ts';
import {
  demandRunning,
  findContainer,
  isRunning,
  logContainer,
  lookUpContainer,
  noteState,
  recordOf,
} from './containers.ts';
import { conflict, failure, invalid, notFound, notModified } from './failure.ts';
import type { ContainerRecord } from './records.ts';
import type { Engine } from './types.ts';

const DEFAULT_TIMEOUT = 10;
/** A process that SIGKILL does not end within this is ended along with its worker. */
const PATIENCE = 100;

export interface StopOptions {
  readonly signal?: string | undefined;
  /** Seconds; negative waits without end. */
  readonly timeout?: number | undefined;
}

/** @throws ENOTMODIFIED where it does not run */
export async function stopContainer(engine: Engine, name: string, options: StopOptions): Promise<void> {
  const record = findContainer(engine, name);
  if (record.state.status === 'restarting') {
    await stopRestarting(engine, record);
    return;
  }
  if (!isRunning(record)) throw notModified('');
  await endRun(engine, record, options);
  logContainer(engine, recordOf(engine, record.id) ?? record, 'stop');
}

/** Signals, waits, kills. */
async function endRun(engine: Engine, record: ContainerRecord, options: StopOptions): Promise<void> {
  const live = liveOf(engine, record.id);
  const run = live.run;
  if (!run) return;
  const signal = parseSignal(options.signal || record.config.StopSignal || 'SIGTERM');
  live.stopRequested = true;
  await deliver(engine, record, run, signal);
  const seconds = options.timeout ?? record.config.StopTimeout ?? DEFAULT_TIMEOUT;
  if (seconds < 0) await run.ended;
  else if (!(await endsWithin(engine, run, seconds * 1000))) await killNow(engine, record, run);
}

async function stopRestarting(engine: Engine, record: ContainerRecord): Promise<void> {
  const live = liveOf(engine, record.id);
  live.stopRequested = true;
  cancelRestart(live);
  await noteState(engine, record.id, { status: 'exited' });
  releaseWaiters(live, 'exit', record.state.exitCode);
  logContainer(engine, record, 'stop');
}

export async function killContainer(engine: Engine, name: string, signalText: string): Promise<void> {
  const refuse = (why: string): string => `cannot kill container: ${name}: ${why}`;
  const record = lookUpContainer(engine.state.current(), name);
  if (!record) throw notFound(refuse(`No such container: ${name}`));
  const signal = signalText === '' ? signals.KILL : signalNumber(signalText);
  if (signal === undefined || signal === 0) {
    const isNumber = /^[1-9]\d*$/.test(signalText);
    throw invalid(
      refuse(
        isNumber ? `the linux daemon does not support signal ${signalText}` : `invalid signal: ${signalText}`,
      ),
    );
  }
  const live = liveOf(engine, record.id);
  const run = live.run;
  if (!isRunning(record) || !run) {
    throw conflict(refuse(`container ${record.id} is not running`));
  }
  if (signal === signals.KILL) {
    live.stopRequested = true;
    await killNow(engine, record, run);
  } else {
    // A signal that usually ends it counts as the user's wish, like dockerd's exit-on-next.
    if (signal === stopSignalOf(record)) live.stopRequested = true;
    await deliver(engine, record, run, signal);
  }
}

/** SIGKILL, and the sandbox itself where that does not help; resolves when it has ended. */
export async function killNow(engine: Engine, record: ContainerRecord, run: Run): Promise<void> {
  await deliver(engine, record, run, signals.KILL);
  if (await endsWithin(engine, run, PATIENCE)) return;
  run.force();
  await run.ended;
}

async function deliver(engine: Engine, record: ContainerRecord, run: Run, signal: number): Promise<void> {
  run.process.signal(signal);
  logContainer(engine, record, 'kill', { signal: String(signal) });
  if (recordOf(engine, record.id)?.state.status === 'paused') {
    // A paused container cannot act on a signal: dockerd lets it go on when it is to end.
    if (signal === signals.KILL || signal === stopSignalOf(record)) await resume(engine, record, run);
  }
}

function stopSignalOf(record: ContainerRecord): number {
  return signalNumber(record.config.StopSignal ?? '') ?? signals.TERM;
}

async function endsWithin(engine: Engine, run: Run, ms: number): Promise<boolean> {
  const cancel = new AbortController();
  const timeout = engine.host.clock.sleep(ms, cancel.signal).then(
    () => false,
    () => false,
  );
  const ended = await Promise.race([run.ended.then(() => true), timeout]);
  cancel.abort(new Error('done'));
  return ended;
}

export async function restartContainer(engine: Engine, name: string, options: StopOptions): Promise<void> {
  const record = findContainer(engine, name);
  if (record.state.status === 'restarting') await stopRestarting(engine, record);
  else if (isRunning(record)) {
    await endRun(engine, record, options);
    logContainer(engine, recordOf(engine, record.id) ?? record, 'stop');
  }
  try {
    await startContainer(engine, record.id);
  } catch (error) {
    const words = `Cannot restart container ${name}: ${messageOf(error)}`;
    throw new StrataError(codeOf(error) ?? 'ESYSTEM', words, {}, error);
  }
  logContainer(engine, recordOf(engine, record.id) ?? record, 'restart');
}

export async function pauseContainer(engine: Engine, name: string): Promise<void> {
  const record = findContainer(engine, name);
  demandRunning(record);
  const run = liveOf(engine, record.id).run;
  if (record.state.status === 'paused') throw conflict(`Container ${record.id} is already paused`);
  await unlessOver(record, run?.sandbox.pause(true));
  await noteState(engine, record.id, { status: 'paused' });
  logContainer(engine, record, 'pause');
}

export async function unpauseContainer(engine: Engine, name: string): Promise<void> {
  const record = findContainer(engine, name);
  const run = liveOf(engine, record.id).run;
  if (record.state.status !== 'paused' || !run) {
    throw failure('ESYSTEM', `Container ${record.id} is not paused`);
  }
  await resume(engine, record, run);
}

/** A container that ends at this moment is one that does not run. */
async function unlessOver(record: ContainerRecord, work: Promise<void> | undefined): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw codeOf(error) === 'ESANDBOX' ? conflict(`container ${record.id} is not running`) : error;
  }
}

async function resume(engine: Engine, record: ContainerRecord, run: Run): Promise<void> {
  await run.sandbox.pause(false).catch((error: unknown) => {
    if (codeOf(error) !== 'ESANDBOX') throw error;
  });
  await noteState(engine, record.id, { status: 'running' });
  logContainer(engine, record, 'unpause');
}

/** @throws EINVALIDPARAMETER where there is no such signal */
export function parseSignal(text: string): number {
  const signal = signalNumber(text);
  if (signal === undefined || signal === 0) throw invalid(`invalid signal: ${text}`);
  return signal;
}

export function resizeContainer(engine: Engine, name: string, rows: number, columns: number): void {
  const record = findContainer(engine, name);
  demandRunning(record);
  liveOf(engine, record.id).run?.process.resize({ rows, columns });
  logContainer(engine, record, 'resize', { height: String(rows), width: String(columns) });
}
