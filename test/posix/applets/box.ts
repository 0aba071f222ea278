/** A machine in memory with all applets and the shell, laid out as record.mjs's chroot. */
import { readFileSync } from 'node:fs';
import { chunksOf, collect, concat, systemClock, systemRandom } from '../../../src/base/index.ts';
import {
  createKernel,
  type Main,
  type ProgramTable,
  programFile,
  type WindowSize,
} from '../../../src/kernel/index.ts';
import { bytesOfBinary, errnoOf, exitCodeOf, O_CREAT, O_WRONLY } from '../../../src/posix/index.ts';
import { createShellMain } from '../../../src/sh/index.ts';
import { applets } from '../../../src/userland/index.ts';
import { createMemoryFs, FileTree } from '../../../src/vfs/index.ts';

export interface Outcome {
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly status: number;
}

export interface Box {
  /** Runs a script in a fresh /w. */
  run(script: string, timeout?: number): Promise<Outcome>;
  /** Starts a script on a terminal, in a fresh /w. */
  open(script: string, size: WindowSize): Promise<OpenTerminal>;
}

export interface OpenTerminal {
  type(keys: string): Promise<void>;
  /** Output since the last call, once nothing more is to be done without a key. */
  output(): Promise<Uint8Array>;
  close(): void;
}

const here = new URL('.', import.meta.url);
const fixture = readFileSync(new URL('fixture.sh', here), 'utf8');

/** `busybox NAME ARGS` runs the applet. */
const busybox: Main = async (sys) => {
  const applet = applets[sys.argv[1] ?? ''];
  if (!applet) return 127;
  const main = await applet();
  return main(Object.create(sys, { argv: { value: sys.argv.slice(1) } }));
};

const init: Main = async (sys) => {
  for (;;) {
    try {
      await sys.wait(-1);
    } catch (error) {
      if (errnoOf(error) !== 'ECHILD') throw error;
      await sys.sleep(10);
    }
  }
};

export interface BoxRules {
  /** Programs beside the applets. */
  readonly programs?: ProgramTable;
  readonly fetch?: typeof fetch;
}

export async function bootBox(rules: BoxRules = {}): Promise<Box> {
  const tree = new FileTree(createMemoryFs());
  const root = tree.superuser();
  const folders = ['/bin', '/etc', '/tmp', '/dev', '/proc', '/sys', '/home', '/root'];
  for (const path of folders) await tree.mkdir(root, path, path === '/tmp' ? 0o1777 : 0o755);
  const put = async (path: string, content: Uint8Array, mode: number) => {
    const opened = await tree.open(root, path, O_WRONLY | O_CREAT, mode);
    if (opened.kind !== 'file') throw new Error(path);
    await opened.file.writeAt(content, 0);
    await opened.file.close();
  };
  const shell = createShellMain({ dialect: 'ash' });
  const programs: ProgramTable = {
    ...applets,
    ...rules.programs,
    sh: async () => shell,
    busybox: async () => busybox,
  };
  for (const name of Object.keys(programs)) await put(`/bin/${name}`, programFile(name), 0o755);
  const accounts = ['passwd', 'group', 'shadow'].map(
    (name) => [name, readFileSync(new URL(name, here))] as const,
  );
  const kernel = createKernel({
    tree,
    programs,
    clock: systemClock,
    random: systemRandom,
    hostname: 'box',
    ...(rules.fetch ? { fetch: rules.fetch } : {}),
  });
  for (const { target, fs, options } of kernel.systemMounts()) await tree.mount(fs, target, options);
  const sh = async (script: string, timeout: number): Promise<Outcome> => {
    const out = kernel.outputPipe();
    const err = kernel.outputPipe();
    const started = await kernel.start({
      path: '/bin/sh',
      argv: ['/bin/sh', '-c', `cd /w\n${script}`],
      env: { PATH: '/bin', HOME: '/w', USER: 'root' },
      credentials: { uid: 0, gid: 0, groups: [] },
      cwd: '/',
      stdio: [kernel.nullEnd(), out.end, err.end],
    });
    const timer = setTimeout(() => {
      // All of it: what the script started may hold its output open.
      for (const { pid } of kernel.processes()) if (pid >= started.pid) kernel.kill(pid, 9);
    }, timeout);
    const output = [collect(chunksOf(out.source)), collect(chunksOf(err.source))] as const;
    const status = await started.exit;
    // As with a namespace's first process: its end is the end of all, nearly at once.
    if (kernel.processes().some(({ pid }) => pid > started.pid))
      await new Promise((wake) => setTimeout(wake, 20));
    for (const { pid } of kernel.processes()) if (pid > started.pid) kernel.kill(pid, 9);
    const [stdout, stderr] = await Promise.all(output);
    clearTimeout(timer);
    return { stdout, stderr, status: exitCodeOf(status) };
  };
  // Process 1 stays, so that orphans have a parent, who buries them.
  await kernel.start({
    path: '/init',
    main: init,
    argv: ['init'],
    env: {},
    cwd: '/',
    stdio: [kernel.nullEnd(), kernel.nullEnd(), kernel.nullEnd()],
  });
  const furnish = async (timeout: number): Promise<void> => {
    const clear = 'cd /; rm -rf /w /etc /tmp /home; mkdir /w /etc /home; mkdir -m 1777 /tmp; cd /w';
    const made = await sh(`${clear}\n${fixture}`, timeout);
    for (const [name, content] of accounts) await put(`/etc/${name}`, content, 0o644);
    if (made.status !== 0) throw new Error(new TextDecoder().decode(made.stderr));
  };
  return {
    async run(script, timeout = 5000) {
      await furnish(timeout);
      return sh(script, timeout);
    },
    async open(script, size) {
      await furnish(5000);
      const tty = kernel.createTty(size);
      let ended = false;
      const started = await kernel.start({
        path: '/bin/sh',
        argv: ['/bin/sh', '-c', `cd /w\n${script}`],
        env: { PATH: '/bin', HOME: '/w', USER: 'root', TERM: 'xterm' },
        credentials: { uid: 0, gid: 0, groups: [] },
        cwd: '/',
        stdio: [kernel.ttyEnd(tty), kernel.ttyEnd(tty), kernel.ttyEnd(tty)],
        tty,
      });
      void started.exit.then(() => (ended = true));
      let chunks: Uint8Array[] = [];
      void (async () => {
        for await (const chunk of chunksOf(tty.master.source)) chunks.push(chunk);
      })();
      return {
        type: (keys) => tty.master.sink.write(bytesOfBinary(keys)),
        async output() {
          // A while without output in which the program waits: an escape may be the start of a sequence.
          for (let last = -1, quiet = 0; quiet < 3; ) {
            await new Promise((wake) => setTimeout(wake, 25));
            quiet = chunks.length === last && (ended || tty.awaited) ? quiet + 1 : 0;
            last = chunks.length;
          }
          const bytes = concat(chunks);
          chunks = [];
          return bytes;
        },
        close: () => tty.hangUp(),
      };
    },
  };
}
