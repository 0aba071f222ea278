/**
 * The one shell without a terminal: commands come one after the other and share its state.
 *
 * It is a process of the kernel like any other. Where it is killed, or replaces itself by `exec`,
 * the next command finds a fresh one.
 */
import type { Env, Kernel, Sys } from '../kernel/index.ts';
import { exitCodeOf, signals } from '../posix/index.ts';
import { type BatchShell, createShell } from '../sh/index.ts';
import { gather, type Output, resultOf } from './output.ts';
import { credentials, HOME, loginEnvironment } from './system-files.ts';
import type { CommandResult } from './types.ts';

export interface LastingShell {
  /** Runs when those before it are done. `timeout` in seconds: then SIGINT, a second later SIGKILL. */
  run(command: string, timeout?: number): Promise<CommandResult>;
  /** Where the shell stands: what a command on a terminal begins with. */
  place(): Promise<{ readonly cwd: string; readonly env: Readonly<Env> }>;
}

/** After SIGINT, and again after SIGKILL; ms. */
const PATIENCE = 1000;

export function createLastingShell(kernel: Kernel): LastingShell {
  let current: Promise<Host> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const host = async (): Promise<Host> => {
    let found = await current;
    if (!found || found.isOver()) {
      current = startHost(kernel);
      found = await current;
    }
    return found;
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };
  return {
    run: (command, timeout) => inTurn(async () => runOn(kernel, await host(), command, timeout)),
    place: () =>
      inTurn(async () => {
        const { sys, shell } = await host();
        return { cwd: sys.getcwd(), env: shell.environment() };
      }),
  };
}

interface Host {
  readonly pid: number;
  readonly sys: Sys;
  readonly shell: BatchShell;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Runs a command in the shell's process; never resolves where that dies. */
  run(command: string): Promise<number>;
  /** Exit code of the process, when it has ended. */
  readonly exit: Promise<number>;
  isOver(): boolean;
}

async function startHost(kernel: Kernel): Promise<Host> {
  const out = kernel.outputPipe();
  const err = kernel.outputPipe();
  let over = false;
  let begin!: (begun: { sys: Sys; shell: BatchShell }) => void;
  const begun = new Promise<{ sys: Sys; shell: BatchShell }>((resolve) => (begin = resolve));
  let give: (command: string, done: (status: number) => void) => void = () => {};
  const started = await kernel.start({
    path: '/bin/bash',
    main: async (sys) => {
      const shell = createShell(sys, { dialect: 'laptop', name: 'bash' });
      type Work = { command: string; done(status: number): void };
      const next = (): Promise<Work> =>
        new Promise((resolve) => {
          give = (command, done) => resolve({ command, done });
        });
      let coming = next();
      begin({ sys, shell });
      for (;;) {
        const { command, done } = await coming;
        coming = next();
        done(await shell.run(command));
      }
    },
    argv: ['bash'],
    env: loginEnvironment,
    cwd: HOME,
    credentials,
    stdio: [kernel.nullEnd(), out.end, err.end],
  });
  const exit = started.exit.then((status) => {
    over = true;
    return exitCodeOf(status);
  });
  return {
    pid: started.pid,
    ...(await begun),
    stdout: gather(out.source),
    stderr: gather(err.source),
    run: (command) => new Promise((resolve) => give(command, resolve)),
    exit,
    isOver: () => over,
  };
}

async function runOn(
  kernel: Kernel,
  host: Host,
  command: string,
  timeout: number | undefined,
): Promise<CommandResult> {
  let timedOut = false;
  const timers: ReturnType<typeof setTimeout>[] = [];
  const after = (ms: number, work: () => void): void => void timers.push(setTimeout(work, ms));
  if (timeout !== undefined) {
    after(timeout * 1000, () => {
      timedOut = true;
      for (const pid of foreground(kernel, host, [])) kernel.kill(pid, signals.INT);
    });
    after(timeout * 1000 + PATIENCE, () => {
      const spared = [host.pid, ...host.shell.background()];
      for (const pid of foreground(kernel, host, spared)) kernel.kill(pid, signals.KILL);
    });
    // What still runs then is the shell itself.
    after(timeout * 1000 + 2 * PATIENCE, () => kernel.kill(host.pid, signals.KILL));
  }
  const exit = await Promise.race([host.run(command), host.exit]);
  for (const timer of timers) clearTimeout(timer);
  // What was written last is on its way through the pipes.
  await new Promise((resolve) => setTimeout(resolve, 0));
  return resultOf(exit, host.stdout.take(), host.stderr.take(), timedOut);
}

/** Processes of the shell's group, without `spared` and their descendants. */
function foreground(kernel: Kernel, host: Host, spared: readonly number[]): number[] {
  const processes = kernel.processes();
  const left = new Set(spared.filter((pid) => pid !== host.pid));
  for (let grown = left.size > 0; grown; ) {
    grown = false;
    for (const { pid, ppid } of processes) {
      if (!left.has(ppid) || left.has(pid)) continue;
      left.add(pid);
      grown = true;
    }
  }
  return processes
    .filter(({ pid, pgid, state }) => pgid === host.pid && state !== 'Z' && !left.has(pid))
    .map(({ pid }) => pid)
    .filter((pid) => !spared.includes(pid));
}
