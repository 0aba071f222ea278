/**
 * Starting a process in a booted sandbox, as runc does for containerd: user, working directory,
 * search of the program, HOME, descriptors or a terminal.
 *
 * The streams go to ports, with flow control all the way: what nobody reads stops the writer.
 */
import {
  type ByteSink,
  type ByteSource,
  codeOf,
  decode,
  duplexOverPort,
  encode,
  portOf,
  recover,
  SCREEN_WINDOW,
  StrataError,
} from '../base/index.ts';
import type { Endpoint, Kernel, Main, Started, Tty } from '../kernel/index.ts';
import { errnoOf, O_RDONLY, S_IFCHR } from '../posix/index.ts';
import type { Context } from '../vfs/index.ts';
import { type Account, findAccount } from './accounts.ts';
import { type Machine, makeFolders } from './boot.ts';
import { lookPath } from './find-program.ts';
import type { ProcessSpec } from './types.ts';

/** As Docker: output that children hold open after the end of an exec's process is not waited for. */
const LINGER = 2000;
/** What PATH is for the search where the environment has none. */
const NO_PATH = '';

export interface Launched {
  readonly pid: number;
  readonly stdio: MessagePort;
  readonly stderr: MessagePort | undefined;
  readonly tty: Tty | undefined;
  /** Wait status, when the process has ended and its output was read. */
  readonly ended: Promise<number>;
}

/** @throws StrataError ENOENT, EACCES, ENOTDIR, EUSER with runc's or dockerd's words */
export async function launch(machine: Machine, spec: ProcessSpec, isFirst: boolean): Promise<Launched> {
  const account = await accountOf(machine, spec);
  const env = { ...spec.env };
  env['HOME'] ??= account.home;
  if (isFirst) await makeWorkingDirectory(machine, spec.cwd);
  const program = await findProgram(machine, spec, account, env, isFirst);
  const streams = spec.tty ? terminal(machine, spec) : pipes(machine, spec);
  if (isFirst && streams.tty) await makeConsole(machine, streams.tty);
  const start = (main?: Main): Promise<Started> =>
    machine.kernel.start({
      path: program,
      argv: spec.argv,
      env,
      cwd: spec.cwd,
      credentials: account.credentials,
      stdio: streams.ends(),
      ...(spec.rlimits ? { rlimits: spec.rlimits } : {}),
      ...(streams.tty ? { tty: streams.tty } : {}),
      ...(main ? { main } : {}),
    });
  let started: Started;
  try {
    started = await start();
  } catch (error) {
    // The file is there and executable, but the kernel will not run it: runc's init has become the
    // process by then, says so on its stderr and exits 255.
    if (errnoOf(error) === undefined) throw error;
    started = await start(refusal(program, error));
  }
  streams.connect();
  const ended = finish(machine, started, streams);
  return { pid: started.pid, stdio: streams.stdio, stderr: streams.stderr, tty: streams.tty, ended };
}

async function accountOf({ kernel, tree }: Machine, { user, groups }: ProcessSpec): Promise<Account> {
  const root = kernel.superuser;
  const read = async (path: string): Promise<string> => {
    try {
      const opened = await tree.open(root, path, O_RDONLY);
      if (opened.kind !== 'file') return '';
      const { size } = await opened.file.stat();
      const bytes = new Uint8Array(Math.min(size, MOST_ACCOUNTS));
      const count = await opened.file.readAt(bytes, 0);
      await opened.file.close();
      return decode(bytes.subarray(0, count));
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      return '';
    }
  };
  return findAccount(user, await read('/etc/passwd'), await read('/etc/group'), groups);
}

const MOST_ACCOUNTS = 4 * 1024 * 1024;

/** dockerd makes a container's working directory, owned by root. */
async function makeWorkingDirectory({ tree }: Machine, cwd: string): Promise<void> {
  try {
    await makeFolders(tree, cwd);
    await tree.directory(tree.superuser(), cwd);
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR' || codeOf(error) === 'EEXIST') {
      throw new StrataError('ENOTDIR', `Cannot mkdir: ${cwd} is not a directory`);
    }
    if (codeOf(error) !== 'EROFS') throw error;
  }
}

/** Debian's and Alpine's group `tty`, to which the kernel gives terminals. */
const TTY_GROUP = 5;

/** With a terminal, a container's /dev/console is that. */
async function makeConsole({ kernel, tree }: Machine, { rdev }: Tty): Promise<void> {
  const owner = { ...kernel.superuser, umask: 0 };
  await recover(
    async () => {
      await tree.mknod(owner, '/dev/console', S_IFCHR | 0o620, rdev);
      await tree.chown(owner, '/dev/console', 0, TTY_GROUP);
    },
    () => undefined,
  );
}

/** The file to run; runc's words where there is none, for `run` with the stage at which it fails. */
async function findProgram(
  { kernel, tree }: Machine,
  spec: ProcessSpec,
  account: Account,
  env: Readonly<Record<string, string>>,
  isFirst: boolean,
): Promise<string> {
  const framed = (error: unknown): unknown =>
    isFirst && error instanceof StrataError && error.message.startsWith('exec: ')
      ? new StrataError(error.code, `error during container init: ${error.message}`)
      : error;
  const root = kernel.superuser;
  let context: Context;
  try {
    const cwd = await tree.directory({ ...root, cred: account.credentials }, spec.cwd);
    context = { ...root, cred: account.credentials, cwd };
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined) throw error;
    const words = (error as Error).message.toLowerCase();
    throw new StrataError(
      errno === 'ENOTDIR' ? 'ENOENT' : errno,
      `chdir to cwd ("${spec.cwd}") set in config.json failed: ${words}`,
    );
  }
  try {
    return await lookPath(tree, context, spec.argv[0] ?? '', env['PATH'] ?? NO_PATH);
  } catch (error) {
    throw framed(error);
  }
}

/** What runc's init prints when execve fails; and one line more where the kernel knows more. */
function refusal(program: string, error: unknown): Main {
  const { message, data } = error as { message: string; data?: { reason?: unknown } };
  const reason = typeof data?.reason === 'string' ? `${program}: ${data.reason}\n` : '';
  return async (sys) => {
    await sys.write(2, encode(`exec ${program}: ${message.toLowerCase()}\n${reason}`));
    return 255;
  };
}

type OutputPipe = ReturnType<Kernel['outputPipe']>;
type InputPipe = ReturnType<Kernel['inputPipe']>;

interface Streams {
  readonly stdio: MessagePort;
  readonly stderr: MessagePort | undefined;
  readonly tty: Tty | undefined;
  /** Descriptors 0, 1 and 2, for one attempt to start. */
  ends(): Endpoint[];
  /** Begins to carry what the started process reads and writes. */
  connect(): void;
  /** Resolves when all output was read. */
  drained(): Promise<unknown>;
  close(): void;
}

function terminal({ kernel }: Machine, spec: ProcessSpec): Streams {
  const tty = kernel.createTty(spec.windowSize ?? { rows: 24, columns: 80 });
  const { port1, port2 } = new MessageChannel();
  const { source, sink } = duplexOverPort(portOf(port1 as never), SCREEN_WINDOW);
  let output: Promise<unknown> = Promise.resolve();
  return {
    stdio: port2,
    stderr: undefined,
    tty,
    ends: () => [kernel.ttyEnd(tty), kernel.ttyEnd(tty), kernel.ttyEnd(tty)],
    connect() {
      output = pump(tty.master.source, sink);
      // A keyboard that goes away leaves the terminal as it is.
      void pumpInto(source, tty.master.sink, () => {});
    },
    drained: () => {
      tty.hangUp();
      return output;
    },
    close: () => {
      source.cancel();
      port1.close();
    },
  };
}

function pipes({ kernel }: Machine, spec: ProcessSpec): Streams {
  const { port1, port2 } = new MessageChannel();
  const errors = new MessageChannel();
  const { source, sink } = duplexOverPort(portOf(port1 as never), SCREEN_WINDOW);
  const stderr = duplexOverPort(portOf(errors.port1 as never), SCREEN_WINDOW);
  let made: { out: OutputPipe; err: OutputPipe; input: InputPipe | undefined } | undefined;
  let outputs: Promise<unknown> = Promise.resolve();
  return {
    stdio: port2,
    stderr: errors.port2,
    tty: undefined,
    ends() {
      made = {
        out: kernel.outputPipe(),
        err: kernel.outputPipe(),
        input: spec.stdin ? kernel.inputPipe() : undefined,
      };
      return [made.input?.end ?? kernel.nullEnd(), made.out.end, made.err.end];
    },
    connect() {
      const { out, err, input } = made!;
      outputs = Promise.all([pump(out.source, sink), pump(err.source, stderr.sink)]);
      if (input) void pumpInto(source, input.sink, () => input.sink.end());
    },
    drained: () => outputs,
    close: () => {
      source.cancel();
      port1.close();
      errors.port1.close();
    },
  };
}

async function finish({ clock }: Machine, started: Started, streams: Streams): Promise<number> {
  const status = await started.exit;
  const enough = new AbortController();
  await Promise.race([streams.drained(), clock.sleep(LINGER, enough.signal).catch(() => {})]);
  enough.abort();
  streams.close();
  return status;
}

/** Everything from a source to a sink, and the end. */
async function pump(source: ByteSource, sink: ByteSink): Promise<void> {
  try {
    for (let chunk = await source.read(); chunk; chunk = await source.read()) await sink.write(chunk);
    sink.end();
  } catch {
    // Nobody reads any more: writers get EPIPE from now on.
    source.cancel();
  }
}

async function pumpInto(source: ByteSource, sink: ByteSink, atEnd: () => void): Promise<void> {
  try {
    for (let chunk = await source.read(); chunk; chunk = await source.read()) await sink.write(chunk);
    atEnd();
  } catch {
    source.cancel();
  }
}
