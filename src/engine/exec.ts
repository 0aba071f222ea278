/**
 * `docker exec`: another process in a running container.
 *
 * Sessions live in memory, and go with the container's run.
 *
 * @see moby daemon/exec.go
 */
import { codeOf, createDuplexPair, messageOf, newId, SCREEN_WINDOW, StrataError } from '../base/index.ts';
import { exitCodeOf } from '../posix/index.ts';
import type { RunningProcess } from '../sandbox/index.ts';
import type { Attachment, Framing } from './attach.ts';
import { processEnv } from './container-config.ts';
import { liveOf } from './container-live.ts';
import { demandUser } from './container-user.ts';
import { demandRunning, findContainer, logContainer, recordOf } from './containers.ts';
import { createDetachFilter, parseDetachKeys } from './detach-keys.ts';
import type { ExecCreateRequest, ExecInspect } from './docker-types.ts';
import { conflict, failure, invalid, notFound } from './failure.ts';
import type { ContainerRecord } from './records.ts';
import { rlimitsOf } from './resources.ts';
import { pump } from './streams.ts';
import type { Engine } from './types.ts';

export interface ExecSession {
  readonly id: string;
  readonly container: string;
  readonly request: ExecCreateRequest;
  process: RunningProcess | undefined;
  started: boolean;
  exitCode: number | undefined;
}

export async function createExec(
  engine: Engine,
  name: string,
  request: ExecCreateRequest,
): Promise<{ Id: string }> {
  const record = findContainer(engine, name);
  if (!request.Cmd?.length) throw invalid('No exec command specified');
  demandRunning(record);
  if (record.state.status === 'paused') {
    throw conflict(`Container ${name} is paused, unpause the container before exec`);
  }
  checkDetachKeys(request.DetachKeys ?? '');
  if (request.User) await demandUser(engine, record, request.User);
  const id = newId(engine.host.random);
  engine.execs.set(id, {
    id,
    container: record.id,
    request,
    process: undefined,
    started: false,
    exitCode: undefined,
  });
  logContainer(engine, record, `exec_create: ${commandText(request)}`, { execID: id });
  return { Id: id };
}

/** A program without arguments keeps the space that would come before them. */
function commandText({ Cmd: [program = '', ...args] = [] }: ExecCreateRequest): string {
  return `${program} ${args.join(' ')}`;
}

export interface ExecStart {
  readonly detach: boolean;
  readonly tty: boolean;
  readonly consoleSize?: readonly [number, number] | undefined;
  readonly signal: AbortSignal;
}

/**
 * Starts it; the connection is the client's, absent when detached. Where the program cannot start,
 * the connection says so and ends, as dockerd has it, and the exit code is 126 or 127.
 */
export async function startExec(
  engine: Engine,
  id: string,
  start: ExecStart,
  framed: Framing,
): Promise<Attachment | undefined> {
  const session = findExec(engine, id);
  const record = recordOf(engine, session.container);
  if (!record) throw notFound(`No such container: ${session.container}`);
  demandRunning(record);
  if (session.exitCode !== undefined) throw conflict(`exec ${id} has already run`);
  if (session.started) throw conflict(`exec ${id} is already running`);
  session.started = true;
  const { request } = session;
  logContainer(engine, record, `exec_start: ${commandText(request)}`, { execID: id });
  const tty = request.Tty ?? false;
  const frame: Framing = tty ? (_, bytes) => bytes : framed;
  let process: RunningProcess;
  try {
    process = await run(engine, record, session, start);
  } catch (error) {
    return refuse(session, start, error, frame);
  }
  session.process = process;
  const exit = process.exit.then((status) => exitCodeOf(status));
  if (start.detach) {
    void drain(process);
    void exit.then((code) => end(engine, record, session, code));
    return undefined;
  }
  const [ours, theirs] = createDuplexPair(SCREEN_WINDOW);
  const connected = connect(ours, process, session, frame, tty);
  void (async () => {
    const code = await exit;
    await connected.outputs;
    end(engine, record, session, code);
    ours.sink.end();
    ours.source.cancel();
  })();
  return { connection: theirs, tty };
}

async function run(
  engine: Engine,
  record: ContainerRecord,
  { request }: ExecSession,
  start: ExecStart,
): Promise<RunningProcess> {
  const live = liveOf(engine, record.id).run;
  if (!live) throw conflict(`container ${record.id} is not running`);
  if (request.WorkingDir && !request.WorkingDir.startsWith('/')) {
    const words = 'OCI runtime exec failed: exec failed: Cwd must be an absolute path';
    throw new StrataError('ECWD', words);
  }
  const [rows, columns] = start.consoleSize ?? request.ConsoleSize ?? [0, 0];
  return live.sandbox.start({
    argv: request.Cmd ?? [],
    env: execEnv(record, request),
    cwd: request.WorkingDir || record.config.WorkingDir || '/',
    user: request.User || (record.config.User ?? ''),
    groups: record.hostConfig.GroupAdd ?? [],
    rlimits: rlimitsOf(record.hostConfig),
    tty: request.Tty ?? false,
    ...(rows > 0 && columns > 0 ? { windowSize: { rows, columns } } : {}),
    stdin: (request.AttachStdin ?? false) && !start.detach,
  });
}

/** The container's environment, with TERM for a terminal of the exec's own. */
function execEnv(record: ContainerRecord, request: ExecCreateRequest): Record<string, string> {
  const config = { ...record.config, Tty: request.Tty ?? false };
  return processEnv(config, request.Env ?? []);
}

/** The words go where the output would: to stdout, as dockerd does. */
function refuse(
  session: ExecSession,
  start: ExecStart,
  error: unknown,
  frame: Framing,
): Attachment | undefined {
  const text = messageOf(error).replace(/is a directory$/, 'is a directory: permission denied');
  const code = codeOf(error);
  if (code === 'ECONFLICT') throw error;
  session.exitCode = code === 'ENOENT' ? 127 : code === 'ECWD' ? 128 : 126;
  const message = text.startsWith('OCI runtime')
    ? text
    : `OCI runtime exec failed: exec failed: unable to start container process: ${text}`;
  if (start.detach) throw failure('EINVALIDPARAMETER', message);
  const [ours, theirs] = createDuplexPair(SCREEN_WINDOW);
  void ours.sink.write(frame(1, new TextEncoder().encode(`${message}\r\n`))).then(
    () => ours.sink.end(),
    () => {},
  );
  return { connection: theirs, tty: session.request.Tty ?? false };
}

function connect(
  ours: Attachment['connection'],
  process: RunningProcess,
  { request }: ExecSession,
  frame: Framing,
  tty: boolean,
): { outputs: Promise<unknown> } {
  const output = (stream: 1 | 2, wanted: boolean) => (bytes: Uint8Array) =>
    // A client that is gone does not stop the process: it goes on writing to nobody.
    wanted ? ours.sink.write(frame(stream, bytes)).catch(() => {}) : undefined;
  const outputs = Promise.all([
    pump(process.stdio.source, output(1, request.AttachStdout ?? false)).catch(() => {}),
    process.stderr
      ? pump(process.stderr, output(2, request.AttachStderr ?? false)).catch(() => {})
      : undefined,
  ]);
  if (request.AttachStdin) {
    const filter = tty ? createDetachFilter(parseDetachKeys(request.DetachKeys ?? '')) : undefined;
    void (async () => {
      for (let chunk = await ours.source.read(); chunk; chunk = await ours.source.read()) {
        const { bytes, detached } = filter ? filter(chunk) : { bytes: chunk, detached: false };
        if (bytes.length) await process.stdio.sink.write(bytes);
        if (detached) return ours.sink.end();
      }
      if (!tty) process.stdio.sink.end();
    })().catch(() => ours.source.cancel());
  }
  return { outputs };
}

async function drain(process: RunningProcess): Promise<void> {
  const drop = (): void => {};
  await Promise.all([
    pump(process.stdio.source, drop).catch(drop),
    process.stderr ? pump(process.stderr, drop).catch(drop) : undefined,
  ]);
}

function end(engine: Engine, record: ContainerRecord, session: ExecSession, exitCode: number): void {
  session.exitCode = exitCode;
  const latest = recordOf(engine, record.id) ?? record;
  logContainer(engine, latest, 'exec_die', { execID: session.id, exitCode: String(exitCode) });
}

export function inspectExec(engine: Engine, id: string): ExecInspect {
  const { request, container, process, started, exitCode } = findExec(engine, id);
  const [entrypoint = '', ...rest] = request.Cmd ?? [];
  return {
    ID: id,
    Running: started && exitCode === undefined,
    ExitCode: exitCode ?? null,
    ProcessConfig: {
      tty: request.Tty ?? false,
      entrypoint,
      arguments: rest,
      privileged: request.Privileged ?? false,
      ...(request.User ? { user: request.User } : {}),
    },
    OpenStdin: request.AttachStdin ?? false,
    OpenStderr: request.AttachStderr ?? false,
    OpenStdout: request.AttachStdout ?? false,
    CanRemove: exitCode !== undefined,
    ContainerID: container,
    DetachKeys: '',
    Pid: process?.pid ?? 0,
  };
}

export function resizeExec(engine: Engine, id: string, rows: number, columns: number): void {
  const session = findExec(engine, id);
  if (!session.process) throw conflict(`exec ${id} is not running`);
  session.process.resize({ rows, columns });
}

function findExec(engine: Engine, id: string): ExecSession {
  const session = engine.execs.get(id);
  if (!session) throw notFound(`No such exec instance: ${id}`);
  return session;
}

function checkDetachKeys(text: string): void {
  try {
    parseDetachKeys(text);
  } catch {
    throw invalid(`Invalid escape keys (${text}) provided`);
  }
}
