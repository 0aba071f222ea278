/**
 * A container's run: from `start` through PID 1's end to the restart that its policy asks for.
 *
 * The record says `running` when PID 1 is there, and `exited` when its sandbox is closed and its
 * thin layer durable.
 *
 * @see moby daemon/start.go, daemon/monitor.go, restartmanager
 */
import { codeOf, messageOf, StrataError } from '../base/index.ts';
import { exitCodeOf, signalled, signals } from '../posix/index.ts';
import { DOCKER_INIT, type RunningProcess, type Sandbox } from '../sandbox/index.ts';
import { processEnv } from './container-config.ts';
import { logMounted, logUnmounted } from './container-events.ts';
import { liveOf, type RunningContainer, releaseWaiters } from './container-live.ts';
import { LAYERS_ABOVE_IMAGE, sandboxOf } from './container-spec.ts';
import { findContainer, isRunning, logContainer, noteContainer, noteState, recordOf } from './containers.ts';
import { conflict, failure, notFound, notModified } from './failure.ts';
import { NETWORKS } from './networks.ts';
import type { ContainerRecord } from './records.ts';
import { rlimitsOf } from './resources.ts';
import { pump } from './streams.ts';
import type { Engine } from './types.ts';
import { releaseVolumes } from './volume-mount.ts';

/** @throws ENOTMODIFIED where it runs already; what runc says where it cannot start */
export async function startContainer(engine: Engine, name: string): Promise<void> {
  const record = findContainer(engine, name);
  if (record.state.status === 'paused')
    throw conflict('cannot start a paused container, try unpause instead');
  const live = liveOf(engine, record.id);
  await live.inTurn(async () => {
    const now = recordOf(engine, record.id);
    if (!now) throw failure('ENOTFOUND', `No such container: ${name}`);
    if (isRunning(now)) throw notModified('');
    cancelRestart(live);
    await launch(engine, live, now);
  });
}

/** Ends the pause before a restart by policy: the user decided otherwise. */
export function cancelRestart(live: RunningContainer): void {
  live.cancelRestart?.();
  live.cancelRestart = undefined;
}

const LONGEST_HOSTNAME = 64;
/** Milliseconds for which the end of a container waits for who reads its files. */
const LONGEST_READING = 10_000;

async function launch(engine: Engine, live: RunningContainer, record: ContainerRecord): Promise<void> {
  live.stopRequested = false;
  let sandbox: Sandbox | undefined;
  try {
    demandNetwork(record);
    demandHostname(record);
    const opened = await sandboxOf(engine, record);
    sandbox = await engine.host.sandboxes.open(opened.spec);
    followTrace(engine, record.id, sandbox);
    sandbox.onOom(() => void noteOom(engine, record.id).catch(() => {}));
    const process = await sandbox.start({
      argv: [...(record.hostConfig.Init ? [DOCKER_INIT.path, '--'] : []), record.path, ...record.args],
      env: processEnv(record.config),
      cwd: record.config.WorkingDir || '/',
      user: record.config.User ?? '',
      groups: record.hostConfig.GroupAdd ?? [],
      rlimits: rlimitsOf(record.hostConfig),
      tty: record.config.Tty ?? false,
      ...windowOf(record),
      stdin: record.config.OpenStdin ?? false,
    });
    // Its output is taken while this becomes durable; its end is noted after it.
    const noted = noteContainer(engine, record.id, () => ({
      stoppedByUser: false,
      state: {
        ...record.state,
        status: 'running',
        exitCode: 0,
        error: '',
        oomKilled: false,
        startedAt: engine.host.clock.now(),
      },
    }));
    follow(engine, live, record, sandbox, process, opened.disk.revoke);
    await noted;
    logMounted(engine, record);
    logContainer(engine, recordOf(engine, record.id) ?? record, 'start');
  } catch (error) {
    await sandbox?.close().catch(() => {});
    releaseVolumes(engine, record);
    throw await failedStart(engine, live, record, error);
  }
}

function demandNetwork({ hostConfig: { NetworkMode = 'bridge' } }: ContainerRecord): void {
  if (NETWORKS.includes(NetworkMode)) return;
  throw notFound(`failed to set up container networking: network ${NetworkMode} not found`);
}

/** @throws runc's words for what sethostname(2) does not take */
function demandHostname({ config }: ContainerRecord): void {
  if ((config.Hostname ?? '').length <= LONGEST_HOSTNAME) return;
  throw new StrataError('EINVAL', 'error during container init: sethostname: invalid argument');
}

function windowOf(record: ContainerRecord): { windowSize?: { rows: number; columns: number } } {
  const [rows, columns] = record.hostConfig.ConsoleSize ?? [0, 0];
  return rows > 0 && columns > 0 ? { windowSize: { rows, columns } } : {};
}

function followTrace(engine: Engine, id: string, sandbox: Sandbox): void {
  sandbox.onTrace((events) => {
    engine.trace.emit({
      container: id,
      events: events.map((event) =>
        'layer' in event ? { ...event, layer: event.layer - LAYERS_ABOVE_IMAGE } : event,
      ),
    });
  });
}

/** One of its processes was killed because there was too much memory in use. */
async function noteOom(engine: Engine, id: string): Promise<void> {
  await noteState(engine, id, { oomKilled: true });
  const record = recordOf(engine, id);
  if (record) logContainer(engine, record, 'oom');
}

/** Keeps what went wrong in the record, as `inspect` shows it. Answers the error for the client. */
async function failedStart(
  engine: Engine,
  live: RunningContainer,
  record: ContainerRecord,
  error: unknown,
): Promise<Error> {
  const { exitCode, message } = explainStart(error);
  await noteState(engine, record.id, {
    status: record.state.startedAt > 0 ? 'exited' : 'created',
    exitCode,
    error: message,
  });
  live.outputs.end();
  engine.over.emit(record.id);
  const isCommand = (exitCode === 126 || exitCode === 127) && codeOf(error) !== 'EUSER';
  if (codeOf(error) === 'ENOTFOUND') return notFound(message);
  return failure(isCommand ? 'EINVALIDPARAMETER' : 'ESYSTEM', message, error);
}

/** runc's failures have exit codes of their own. */
function explainStart(error: unknown): { exitCode: number; message: string } {
  const text = messageOf(error);
  const code = codeOf(error);
  const prefix =
    'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ';
  // dockerd's own addition to runc's words.
  const said = text.replace(/is a directory$/, 'is a directory: permission denied');
  const framed = text.startsWith('failed to create') ? said : prefix + said;
  if (code === 'ENOENT') return { exitCode: 127, message: framed };
  if (code === 'EACCES' || code === 'ENOEXEC' || code === 'EISDIR') return { exitCode: 126, message: framed };
  if (code === 'EINVAL') return { exitCode: 128, message: framed };
  if (code === 'EUSER') return { exitCode: 128, message: text };
  return { exitCode: 128, message: text };
}

/** Wires a started process to the log and to those who are attached, and waits for its end. */
function follow(
  engine: Engine,
  live: RunningContainer,
  record: ContainerRecord,
  sandbox: Sandbox,
  process: RunningProcess,
  revoke: () => void,
): void {
  let force = (): void => {};
  const forced = new Promise<number>((resolve) => {
    force = () => resolve(signalled(signals.KILL));
  });
  const keep = record.hostConfig.LogConfig?.Type !== 'none';
  const output = (stream: 1 | 2) => async (bytes: Uint8Array) => {
    if (keep) live.log.append(stream, bytes);
    await live.outputs.write(stream, bytes);
    if (keep) await live.log.settle();
  };
  const outputs = Promise.all([
    pump(process.stdio.source, output(1)).catch(() => {}),
    process.stderr ? pump(process.stderr, output(2)).catch(() => {}) : undefined,
  ]);
  if (record.config.OpenStdin) live.outputs.setInput(process.stdio.sink);
  const since = engine.host.clock.monotonic();
  const ended = (async () => {
    const status = await Promise.race([process.exit, forced]);
    // Output that nobody reads any more must not keep a killed container alive.
    await Promise.race([outputs, forced]);
    return await finish(engine, live, record, sandbox, exitCodeOf(status), since, revoke);
  })();
  ended.catch(() => {});
  live.run = { sandbox, process, since, ended, force };
}

/** PID 1 has ended: closes the sandbox, records it, tells those who wait, and thinks of a restart. */
async function finish(
  engine: Engine,
  live: RunningContainer,
  record: ContainerRecord,
  sandbox: Sandbox,
  exitCode: number,
  since: number,
  revoke: () => void,
): Promise<number> {
  const { id } = record;
  const upperSize = await within(engine, 200, sandbox.upperSize());
  // What is in the middle of being read is read to its end, unless its reader has stopped reading.
  if (live.readers.size > 0) await within(engine, LONGEST_READING, Promise.allSettled([...live.readers]));
  const { lost } = await sandbox.close().catch(() => ({ lost: true }));
  revoke();
  live.log.finishLines();
  await live.log.flush();
  live.run = undefined;
  // The engine going away is a power cut: the record stays as it is, and the next boot finds it so.
  if (engine.closing.signal.aborted) return exitCode;
  for (const [execId, exec] of engine.execs) if (exec.container === id) engine.execs.delete(execId);
  const duration = engine.host.clock.monotonic() - since;
  const now = recordOf(engine, id);
  const again = now !== undefined && !live.stopRequested && wantsRestart(now, exitCode);
  await noteContainer(engine, id, (latest) => ({
    ...(upperSize === undefined ? {} : { upperSize }),
    stoppedByUser: live.stopRequested,
    state: {
      ...latest.state,
      status: again ? 'restarting' : 'exited',
      exitCode,
      error: '',
      finishedAt: engine.host.clock.now(),
    },
  }));
  live.outputs.end();
  logUnmounted(engine, record);
  releaseVolumes(engine, record);
  logContainer(engine, recordOf(engine, id) ?? record, 'die', {
    execDuration: String(Math.floor(duration / 1000)),
    exitCode: String(exitCode),
    ...(lost ? { lost: 'unflushed writes' } : {}),
  });
  if (!again) releaseWaiters(live, 'exit', exitCode);
  if (again) void restartLater(engine, live, duration);
  else engine.over.emit(id);
  return exitCode;
}

async function within<T>(engine: Engine, ms: number, value: Promise<T>): Promise<T | undefined> {
  return Promise.race([value.catch(() => undefined), engine.host.clock.sleep(ms).then(() => undefined)]);
}

function wantsRestart(record: ContainerRecord, exitCode: number): boolean {
  const policy = record.hostConfig.RestartPolicy;
  if (policy?.Name === 'always' || policy?.Name === 'unless-stopped') return true;
  if (policy?.Name !== 'on-failure' || exitCode === 0) return false;
  return policy.MaximumRetryCount === 0 || record.restartCount < policy.MaximumRetryCount;
}

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 60_000;
/** A run of this length lets the pause begin anew. */
const STEADY = 10_000;
const pauses = new WeakMap<RunningContainer, number>();

async function restartLater(engine: Engine, live: RunningContainer, duration: number): Promise<void> {
  const last = duration >= STEADY ? undefined : pauses.get(live);
  const pause = last === undefined ? FIRST_PAUSE : Math.min(last * 2, LONGEST_PAUSE);
  pauses.set(live, pause);
  const cancel = new AbortController();
  live.cancelRestart = () => cancel.abort(new Error('cancelled'));
  try {
    await engine.host.clock.sleep(pause, AbortSignal.any([cancel.signal, engine.closing.signal]));
  } catch {
    return;
  }
  live.cancelRestart = undefined;
  await live
    .inTurn(async () => {
      const record = recordOf(engine, live.id);
      if (record?.state.status !== 'restarting' || live.stopRequested) return;
      await noteContainer(engine, live.id, (latest) => ({ restartCount: latest.restartCount + 1 }));
      await launch(engine, live, recordOf(engine, live.id) ?? record);
    })
    .catch(() => {});
}
