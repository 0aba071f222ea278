/** A sandbox over a message channel in one thread, with a layer in memory and tiny programs. */
import { describe, expect, it } from 'vitest';
import {
  type ByteSource,
  chunksOf,
  collect,
  decode,
  encode,
  packTar,
  portOf,
  systemClock,
  systemRandom,
} from '../base/index.ts';
import { type Main, programFile } from '../kernel/index.ts';
import { exitCodeOf, O_CREAT, O_RDONLY, O_WRONLY, signals } from '../posix/index.ts';
import type { BlobRef } from '../store/index.ts';
import { createMemoryBackend } from '../store/index.ts';
import { indexLayer, type LayerRef } from '../vfs/index.ts';
import {
  createSandboxHost,
  type ProcessSpec,
  type Sandbox,
  type SandboxSpec,
  serveSandbox,
} from './index.ts';

const programs: Record<string, Main> = {
  echo: async (sys) => {
    await sys.write(1, encode(`${sys.argv.slice(1).join(' ')}\n`));
    return 0;
  },
  cat: async (sys) => {
    const fd = sys.argv[1] ? await sys.open(sys.argv[1], O_RDONLY) : 0;
    const buffer = new Uint8Array(65536);
    for (let count = await sys.read(fd, buffer); count; count = await sys.read(fd, buffer)) {
      await sys.write(1, buffer.slice(0, count));
    }
    return 0;
  },
  write: async (sys) => {
    const fd = await sys.open(sys.argv[1]!, O_WRONLY | O_CREAT);
    await sys.write(fd, encode(sys.argv[2]!));
    return 0;
  },
  env: async (sys) => {
    const { uid, gid, groups } = sys.credentials();
    await sys.write(1, encode(JSON.stringify({ ...sys.env, uid, gid, groups, cwd: sys.getcwd() })));
    return 0;
  },
  sleep: async (sys) => {
    await sys.sleep(60_000);
    return 0;
  },
  spin: async (sys) => {
    for (;;) {
      const pause = sys.breathe();
      if (pause) await pause;
    }
  },
  hog: async (sys) => {
    await sys.write(1, encode('x'));
    await sys.sleep(10);
    const until = performance.now() + 400;
    while (performance.now() < until);
    return 0;
  },
};

function layer(files: Record<string, string | Uint8Array>): LayerRef {
  const tar = packTar(
    Object.entries(files).map(([name, content]) => ({
      name,
      type: 'file' as const,
      mode: name.startsWith('bin/') ? 0o755 : 0o644,
      uid: 0,
      gid: 0,
      mtime: 0n,
      contents: typeof content === 'string' ? encode(content) : content,
    })),
  );
  return {
    diffId: 'sha256:',
    tar: { kind: 'bytes', bytes: tar, size: tar.length },
    ...indexLayer(tar),
  };
}

const base = layer({
  ...Object.fromEntries(Object.keys(programs).map((name) => [`bin/${name}`, programFile(name)])),
  'bin/plain': 'echo hi\n',
  'bin/lost': '#!/nope\n',
  'etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nann:x:500:600::/home/ann:/bin/sh\n',
  'etc/group': 'root:x:0:\nann:x:600:\nwheel:x:10:root,ann\n',
  'etc/motd': 'hello\n',
});

function openBlob(ref: BlobRef) {
  if (ref.kind !== 'bytes') throw new Error(ref.kind);
  const { bytes, size } = ref;
  return { size, readSync: (offset: number, length: number) => bytes.subarray(offset, offset + length) };
}

const host = createSandboxHost({
  clock: systemClock,
  warm: 0,
  spawn() {
    const { port1, port2 } = new MessageChannel();
    const table = Object.fromEntries(
      Object.entries(programs).map(([name, main]) => [name, async () => main]),
    );
    serveSandbox(portOf(port2 as never), {
      openBlob,
      clock: systemClock,
      random: systemRandom,
      programs: table,
    });
    return { port: portOf(port1 as never), terminate: () => port2.close() };
  },
});

const open = (spec: Partial<SandboxSpec> = {}): Promise<Sandbox> =>
  host.open({ id: 'c', hostname: 'box', layers: [base], mounts: [], network: false, ...spec });

const process = (argv: string[], spec: Partial<ProcessSpec> = {}): ProcessSpec => ({
  argv,
  env: { PATH: '/bin' },
  cwd: '/',
  user: '',
  tty: false,
  stdin: false,
  ...spec,
});

const text = async (source: ByteSource): Promise<string> => decode(await collect(chunksOf(source)));

async function run(sandbox: Sandbox, argv: string[], spec: Partial<ProcessSpec> = {}) {
  const { stdio, stderr, exit } = await sandbox.start(process(argv, spec));
  const [out, err, status] = await Promise.all([text(stdio.source), stderr && text(stderr), exit]);
  return { out, err, code: exitCodeOf(status) };
}

describe('a sandbox', () => {
  it('runs a program of a layer', async () => {
    expect(await run(await open(), ['echo', 'hi', 'there'])).toEqual({ out: 'hi there\n', err: '', code: 0 });
  });

  it('gives stdin, and its end', async () => {
    const sandbox = await open();
    const { stdio, exit } = await sandbox.start(process(['cat'], { stdin: true }));
    const input = new Uint8Array(300_000).fill(97);
    void stdio.sink.write(input.slice()).then(() => stdio.sink.end());
    expect((await text(stdio.source)).length).toBe(300_000);
    expect(await exit).toBe(0);
    await sandbox.close();
  });

  it('knows users, groups and home from its own files, and makes the working directory', async () => {
    const answers = async (user: string) =>
      JSON.parse((await run(await open(), ['env'], { user, cwd: '/new/place' })).out) as unknown;
    const common = { PATH: '/bin', cwd: '/new/place' };
    expect(await answers('')).toEqual({ ...common, HOME: '/root', uid: 0, gid: 0, groups: [0, 10] });
    expect(await answers('ann')).toEqual({
      ...common,
      HOME: '/home/ann',
      uid: 500,
      gid: 600,
      groups: [600, 10],
    });
    expect(await answers('7:wheel')).toEqual({ ...common, HOME: '/', uid: 7, gid: 10, groups: [10] });
  });

  it.each([
    [['nope'], {}, 'ENOENT', 'error during container init: exec: "nope": executable file not found in $PATH'],
    [
      ['./nope'],
      {},
      'ENOENT',
      'error during container init: exec: "./nope": stat ./nope: no such file or directory',
    ],
    [['/etc/passwd'], {}, 'EACCES', 'error during container init: exec: "/etc/passwd": permission denied'],
    [['/etc'], {}, 'EACCES', 'error during container init: exec: "/etc": is a directory'],
    [['echo'], { user: 'bob' }, 'EUSER', 'unable to find user bob: no matching entries in passwd file'],
    [['echo'], { user: ':no' }, 'EUSER', 'unable to find group no: no matching entries in group file'],
    [['echo'], { cwd: '/etc/passwd' }, 'ENOTDIR', 'Cannot mkdir: /etc/passwd is not a directory'],
  ])('says what runc says of %j %j', async (argv, spec, code, message) => {
    const sandbox = await open();
    await expect(sandbox.start(process(argv, spec))).rejects.toMatchObject({ code, message });
    // A failed start does not use up process 1.
    expect((await sandbox.start(process(['echo']))).pid).toBe(1);
  });

  it('lets execve fail inside of the container', async () => {
    expect(await run(await open(), ['plain'])).toEqual({
      out: '',
      err: 'exec /bin/plain: exec format error\n',
      code: 255,
    });
    expect(await run(await open(), ['lost'])).toMatchObject({
      err: 'exec /bin/lost: no such file or directory\n',
      code: 255,
    });
  });

  it('kills a loop that breathes, and execs into it', async () => {
    const sandbox = await open();
    const main = await sandbox.start(process(['spin']));
    expect(await run(sandbox, ['echo', 'in'])).toMatchObject({ out: 'in\n' });
    await expect(sandbox.start(process(['nope']))).rejects.toMatchObject({
      message: 'exec: "nope": executable file not found in $PATH',
    });
    main.signal(signals.TERM);
    expect((await sandbox.processes()).map(({ argv }) => argv[0])).toEqual(['spin']);
    main.signal(signals.KILL);
    expect(exitCodeOf(await main.exit)).toBe(137);
    expect(await sandbox.close()).toEqual({ lost: false });
  });

  it('pauses', async () => {
    const sandbox = await open();
    const { stdio } = await sandbox.start(process(['cat'], { stdin: true }));
    await sandbox.pause(true);
    await stdio.sink.write(encode('late'));
    const first = stdio.source.read().then((bytes) => decode(bytes!));
    expect(await Promise.race([first, systemClock.sleep(30).then(() => 'nothing')])).toBe('nothing');
    await sandbox.pause(false);
    expect(await first).toBe('late');
    await sandbox.close();
  });

  it('has a terminal', async () => {
    const sandbox = await open();
    const { stdio, stderr, exit } = await sandbox.start(process(['cat'], { tty: true, stdin: true }));
    expect(stderr).toBeUndefined();
    await stdio.sink.write(encode('ab\x7fc\r\x04'));
    expect(await text(stdio.source)).toBe('ab\b \bc\r\nac\r\n');
    expect(await exit).toBe(0);
  });

  it('tells what changed, and keeps it on its disk', async () => {
    const disk = createMemoryBackend();
    const first = await open({ disk });
    const traced: string[] = [];
    first.onTrace((events) => traced.push(...events.map(({ kind }) => kind)));
    await run(first, ['write', '/etc/motd', 'changed']);
    expect(await first.changes()).toEqual([
      { kind: 'C', path: '/etc' },
      { kind: 'C', path: '/etc/motd' },
    ]);
    expect(await first.upperSize()).toBe(7);
    expect(await first.close()).toEqual({ lost: false });
    expect(traced).toContain('copy-up');
    const second = await open({ disk });
    expect(await run(second, ['cat', '/etc/motd'])).toMatchObject({ out: 'changed' });
  });

  it('mounts files and tmpfs, without traces in the layer of a build step', async () => {
    const sandbox = await open({
      mounts: [
        { kind: 'file', target: '/etc/hosts', content: encode('127.0.0.1 localhost\n'), mode: 0o644 },
        { kind: 'tmpfs', target: '/scratch/here' },
      ],
    });
    expect(await run(sandbox, ['cat', '/etc/hosts'])).toMatchObject({ out: '127.0.0.1 localhost\n' });
    const { out } = await run(sandbox, ['cat', '/proc/mounts']);
    expect(out).toContain('overlay / overlay rw,relatime 0 0\n');
    expect(out).toContain('tmpfs /scratch/here tmpfs');
    expect(await sandbox.changes()).toEqual([]);
  });

  it('is ended when it does not answer', async () => {
    const sandbox = await open({ disk: createMemoryBackend() });
    const { stdio } = await sandbox.start(process(['hog']));
    await stdio.source.read();
    await systemClock.sleep(5);
    // In one thread the hog holds up this side too, so only the outcome can be seen.
    const { lost } = await sandbox.close();
    expect(typeof lost).toBe('boolean');
    await expect(sandbox.start(process(['echo']))).rejects.toMatchObject({ code: 'ESANDBOX' });
  });
});
