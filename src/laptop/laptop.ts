/**
 * Boot: the disk, the kernel over it with the laptop's programs, and what may be asked of it.
 */
import type { Transport } from '../api/index.ts';
import { createEmitter } from '../base/index.ts';
import { createKernel, type Env, type Kernel } from '../kernel/index.ts';
import { exitCodeOf } from '../posix/index.ts';
import { loadPrograms } from '../sandbox/index.ts';
import type { CompletionHook, Proposals } from '../sh/index.ts';
import { applets } from '../userland/index.ts';
import { FileTree, type MemoryFs, openDisk } from '../vfs/index.ts';
import { dockerCompletion } from './completion.ts';
import { mountDockerRoot } from './docker-root.ts';
import { readHomeFile, writeHomeFile } from './home.ts';
import { init } from './init.ts';
import type { LastingShell } from './lasting-shell.ts';
import { laptopPrograms } from './programs/table.ts';
import { credentials, HOME, HOSTNAME, installSystem, loginEnvironment } from './system-files.ts';
import type { Laptop, LaptopOptions, PageApi, PipedProgram, TerminalSession } from './types.ts';

/** What `Sys.service` answers to the laptop's programs, by name. */
export interface Services {
  readonly connect: (dockerHost: string | undefined) => Transport;
  readonly page: PageApi | undefined;
  readonly completion: CompletionHook;
  /** The laptop's own disk, as it is below permissions. */
  readonly disk: MemoryFs;
  /** Told of each command line that a person's shell has run. */
  readonly commandRan: (command: string, exit: number) => void;
  readonly suggestion: Proposals;
}

/** Starts a laptop on its disk. @throws what the disk's store throws */
export async function startLaptop(options: LaptopOptions): Promise<Laptop> {
  const { clock } = options;
  const programs = { ...(await loadPrograms('laptop')), ...laptopPrograms };
  const disk = await openDisk(options.disk, {
    type: 'ext4',
    now: () => clock.now(),
    clock,
    openBlob: options.openBlob,
  });
  const tree = new FileTree(disk.fs, { source: '/dev/vda1', options: 'relatime' });
  await installSystem(tree, {
    applets: Object.keys(applets),
    programs: ['busybox', ...Object.keys(laptopPrograms)],
  });
  let suggestion = '';
  const suggested = createEmitter<void>();
  const suggest = (command: string): void => {
    if (command === suggestion) return;
    suggestion = command;
    suggested.emit();
  };
  const services: Services = {
    connect: options.connect,
    disk: disk.fs,
    page: options.page,
    completion: dockerCompletion(() => options.connect(undefined)),
    commandRan(command, exit) {
      // Who proposed it hears of it too late for the next prompt.
      if (command === suggestion) suggest('');
      options.page?.commandRan(command, exit);
    },
    suggestion: { current: () => suggestion, onChange: (listener) => suggested.on(listener) },
  };
  const kernel = createKernel({
    tree,
    programs,
    clock,
    random: options.random,
    hostname: HOSTNAME,
    isPrivileged: true,
    hasFirstNamespaces: true,
    services: new Map(Object.entries(services)),
    ...(options.fetch ? { fetch: options.fetch } : {}),
  });
  for (const { target, fs, options: how } of kernel.systemMounts()) await tree.mount(fs, target, how);
  if (options.dockerRoot) await mountDockerRoot(tree, options.dockerRoot, clock);
  await kernel.start({
    path: '/sbin/init',
    main: init,
    argv: ['/sbin/init'],
    env: {},
    cwd: '/',
    stdio: [kernel.nullEnd(), kernel.nullEnd(), kernel.nullEnd()],
  });
  // People have terminals; the shell without one is there when somebody asks.
  let lasting: Promise<LastingShell> | undefined;
  const shell = (): Promise<LastingShell> => {
    lasting ??= import('./lasting-shell.ts').then((module) => module.createLastingShell(kernel));
    return lasting;
  };
  // Few drop anything: the folder is mounted with the first file.
  let dropped: ReturnType<typeof mountDropZone> | undefined;
  const dropZone = (): ReturnType<typeof mountDropZone> => {
    dropped ??= mountDropZone(tree, options);
    return dropped;
  };
  return {
    openTerminal: (size, argv = ['-bash']) => openTerminal(kernel, size, argv),
    startPiped: (argv) => startPiped(kernel, argv),
    exec: async (command, timeout) => (await shell()).run(command, timeout),
    async execTty(command, input, timeout) {
      const { cwd, env } = await (await shell()).place();
      const session = await openTerminal(
        kernel,
        { rows: 24, columns: 80 },
        ['bash', '-c', command],
        cwd,
        env,
      );
      const { runOnTerminal } = await import('./typing.ts');
      return runOnTerminal(session, input, clock, timeout);
    },
    readFile: (path) => readHomeFile(tree, path),
    writeFile: (path, content, mode) => writeHomeFile(tree, path, content, mode),
    suggest,
    drop: async (files) => (await dropZone())(files),
    files: disk.fs,
    flush: () => disk.flush(),
  };
}

async function mountDropZone(tree: FileTree, { openBlob }: LaptopOptions) {
  const { mountDropped } = await import('./dropped.ts');
  return mountDropped(tree, openBlob, credentials.uid);
}

/** A terminal's session, with what only the laptop itself sees of it. */
export interface OwnSession extends TerminalSession {
  /** Whether a program waits for keys. */
  isAwaited(): boolean;
  /** Signals the foreground process group. */
  signal(signal: number): void;
}

async function openTerminal(
  kernel: Kernel,
  size: { readonly rows: number; readonly columns: number },
  argv: readonly string[],
  cwd = HOME,
  env: Readonly<Env> = loginEnvironment,
): Promise<OwnSession> {
  const tty = kernel.createTty(size, { utf8: true });
  const end = () => kernel.ttyEnd(tty);
  const started = await kernel.start({
    ...programOf(argv),
    env: { ...env, TERM: 'xterm-256color' },
    cwd,
    credentials,
    stdio: [end(), end(), end()],
    tty,
  });
  const exit = started.exit.then((status) => {
    tty.hangUp();
    return exitCodeOf(status);
  });
  return {
    connection: tty.master,
    exit,
    resize: (next) => tty.resize(next),
    close: () => tty.hangUp(),
    isAwaited: () => tty.awaited,
    signal: (signal) => signalGroup(kernel, tty.foreground || started.pid, signal),
  };
}

async function startPiped(kernel: Kernel, argv: readonly string[]): Promise<PipedProgram> {
  const input = kernel.inputPipe();
  const out = kernel.outputPipe();
  const err = kernel.outputPipe();
  const started = await kernel.start({
    ...programOf(argv),
    env: loginEnvironment,
    cwd: HOME,
    credentials,
    stdio: [input.end, out.end, err.end],
  });
  return {
    stdin: input.sink,
    stdout: out.source,
    stderr: err.source,
    exit: started.exit.then(exitCodeOf),
    signal: (signal) => signalGroup(kernel, started.pid, signal),
  };
}

/** Programs that are started from outside lie in /bin. */
function programOf(argv: readonly string[]): { path: string; argv: readonly string[] } {
  return { path: `/bin/${argv[0]!.replace(/^-/, '')}`, argv };
}

function signalGroup(kernel: Kernel, group: number, signal: number): void {
  for (const { pid, pgid, state } of kernel.processes()) {
    if (pgid === group && state !== 'Z') kernel.kill(pid, signal);
  }
}
