/** A kernel over a memory file system with `sh` and a few small programs, to try the shell for real. */
import { type ByteSource, chunksOf, collect, systemClock, systemRandom } from '../../../src/base/index.ts';
import { createKernel, type Kernel, type Main, programFile, type Sys } from '../../../src/kernel/index.ts';
import {
  bytesOf,
  errnoOf,
  exitCodeOf,
  O_CREAT,
  O_RDONLY,
  O_TRUNC,
  O_WRONLY,
  textOf,
} from '../../../src/posix/index.ts';
import { createShellMain, type DialectName } from '../../../src/sh/index.ts';
import { createMemoryFs, FileTree } from '../../../src/vfs/index.ts';

/** Copies descriptor `fd` to stdout. */
async function copy(sys: Sys, fd: number): Promise<void> {
  const buffer = new Uint8Array(4096);
  for (;;) {
    const count = await sys.read(fd, buffer);
    if (count === 0) return;
    await sys.write(1, buffer.slice(0, count));
  }
}

const strerrorOf = (error: unknown): string => {
  if (errnoOf(error) === undefined) throw error;
  return (error as Error).message;
};

const say = async (sys: Sys, text: string): Promise<void> => void (await sys.write(1, bytesOf(text)));

/** Just enough of the usual programs for the cases here. */
const programs: Record<string, Main> = {
  cat: async (sys) => {
    const files = sys.argv.slice(1);
    if (files.length === 0) {
      try {
        await copy(sys, 0);
      } catch (error) {
        await sys.write(2, bytesOf(`cat: read error: ${strerrorOf(error)}\n`));
        return 1;
      }
    }
    for (const file of files) {
      try {
        const fd = file === '-' ? 0 : await sys.open(file, O_RDONLY);
        await copy(sys, fd);
      } catch (error) {
        await sys.write(2, bytesOf(`cat: can't open '${file}': ${(error as Error).message}\n`));
        return 1;
      }
    }
    return 0;
  },
  env: async (sys) => {
    const names = Object.keys(sys.env).sort();
    await say(sys, names.map((name) => `${name}=${sys.env[name]}\n`).join(''));
    return 0;
  },
  ls: async (sys) => {
    const names = (await sys.readdir(sys.argv[1] ?? '.')).map((entry) => entry.name);
    await say(
      sys,
      names
        .filter((name) => name[0] !== '.')
        .sort()
        .map((name) => `${name}\n`)
        .join(''),
    );
    return 0;
  },
  echo: async (sys) => {
    await say(sys, `${sys.argv.slice(1).join(' ')}\n`);
    return 0;
  },
  args: async (sys) => {
    await say(
      sys,
      sys.argv
        .slice(1)
        .map((word) => `<${word}>`)
        .join('') + '\n',
    );
    return 0;
  },
  sleep: async (sys) => {
    await sys.sleep(Number(sys.argv[1]) * 1000);
    return 0;
  },
  rm: async (sys) => {
    for (const file of sys.argv.slice(1)) if (!file.startsWith('-')) await sys.unlink(file);
    return 0;
  },
  mkdir: async (sys) => {
    for (const file of sys.argv.slice(1)) if (!file.startsWith('-')) await sys.mkdir(file);
    return 0;
  },
  chmod: async (sys) => {
    for (const file of sys.argv.slice(2)) await sys.chmod(file, Number.parseInt(sys.argv[1]!, 8));
    return 0;
  },
  touch: async (sys) => {
    for (const file of sys.argv.slice(1)) await sys.close(await sys.open(file, O_WRONLY | O_CREAT, 0o666));
    return 0;
  },
};

export interface Machine {
  openSession(argv: readonly string[], env?: Record<string, string>): Promise<Session>;
  readonly kernel: Kernel;
  put(path: string, content: string, mode?: number): Promise<void>;
  run(
    argv: readonly string[],
    options?: { input?: string; cwd?: string; env?: Record<string, string> },
  ): Promise<Outcome>;
}

/** A terminal with a shell on it: keys in, screen bytes out. */
export interface Session {
  type(keys: string): Promise<void>;
  /** Resolves with all output so far once it contains `text` (after what earlier calls waited for). */
  until(text: string): Promise<string>;
  readonly output: () => string;
  readonly exit: Promise<number>;
}

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function bootMachine(
  dialect: DialectName = 'ash',
  more: Record<string, Main> = {},
): Promise<Machine> {
  const tree = new FileTree(createMemoryFs());
  const root = tree.superuser();
  for (const path of ['/bin', '/proc', '/dev', '/sys', '/tmp', '/etc', '/root'])
    await tree.mkdir(root, path, 0o755);
  const all = { sh: createShellMain({ dialect }), ...programs, ...more };
  const kernel = createKernel({
    tree,
    programs: Object.fromEntries(Object.entries(all).map(([name, main]) => [name, async () => main])),
    clock: systemClock,
    random: systemRandom,
    hostname: 'box',
  });
  for (const { target, fs, options } of kernel.systemMounts()) await tree.mount(fs, target, options);
  const put = async (path: string, content: string | Uint8Array, mode = 0o644): Promise<void> => {
    const opened = await tree.open(root, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
    if (opened.kind !== 'file') throw new Error(opened.kind);
    await opened.file.writeAt(typeof content === 'string' ? bytesOf(content) : content, 0);
    await opened.file.close();
  };
  for (const name of Object.keys(all)) await put(`/bin/${name}`, programFile(name), 0o755);
  await put('/etc/passwd', 'root:x:0:0:root:/root:/bin/sh\n');
  // Process 1 stays, so that orphans have somebody; each run is a further process.
  await kernel.start({
    path: '/init',
    main: async (sys) => sys.pause(),
    argv: ['init'],
    env: {},
    cwd: '/',
    stdio: [kernel.nullEnd(), kernel.nullEnd(), kernel.nullEnd()],
  });
  return {
    kernel,
    put,
    openSession: (argv, env = {}) => openSession(kernel, argv, env),
    async run(argv, { input = '', cwd = '/tmp', env = {} } = {}) {
      const out = kernel.outputPipe();
      const err = kernel.outputPipe();
      const stdin = kernel.inputPipe();
      const started = await kernel.start({
        path: argv[0]!.includes('/') ? argv[0]! : `/bin/${argv[0]}`,
        argv,
        env: { PATH: '/bin', HOME: '/root', ...env },
        cwd,
        stdio: [stdin.end, out.end, err.end],
      });
      void feed(stdin.sink, input);
      const [stdout, stderr, status] = await Promise.all([text(out.source), text(err.source), started.exit]);
      return { status: exitCodeOf(status), stdout, stderr };
    },
  };
}

async function openSession(
  kernel: Kernel,
  argv: readonly string[],
  env: Record<string, string>,
): Promise<Session> {
  const tty = kernel.createTty({ rows: 24, columns: 80 });
  const started = await kernel.start({
    path: '/bin/sh',
    argv,
    env: { PATH: '/bin', HOME: '/root', TERM: 'xterm', ...env },
    cwd: '/tmp',
    stdio: [kernel.ttyEnd(tty), kernel.ttyEnd(tty), kernel.ttyEnd(tty)],
    tty,
  });
  let output = '';
  let seen = 0;
  const waiters: (() => void)[] = [];
  void (async () => {
    for await (const chunk of chunksOf(tty.master.source)) {
      output += textOf(chunk);
      for (const wake of waiters.splice(0)) wake();
    }
  })();
  return {
    type: (keys) => tty.master.sink.write(bytesOf(keys)),
    async until(text) {
      for (;;) {
        const at = output.indexOf(text, seen);
        if (at >= 0) {
          seen = at + text.length;
          return output;
        }
        await new Promise<void>((resolve, reject) => {
          const timer = setTimeout(
            () => reject(new Error(`no ${JSON.stringify(text)} in ${JSON.stringify(output.slice(seen))}`)),
            3000,
          );
          waiters.push(() => {
            clearTimeout(timer);
            resolve();
          });
        });
      }
    },
    output: () => output,
    exit: started.exit.then(exitCodeOf),
  };
}

async function feed(
  sink: { write(chunk: Uint8Array): Promise<void>; end(): void },
  input: string,
): Promise<void> {
  try {
    if (input) await sink.write(bytesOf(input));
  } catch {
    // Nobody reads it.
  }
  sink.end();
}

const text = async (source: ByteSource): Promise<string> => textOf(await collect(chunksOf(source)));
