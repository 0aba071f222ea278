import { describe, expect, it } from 'vitest';
import { type FakeProgram, openFakeEngine } from '../../test/support/fake-engine.ts';
import { chunksOf, collect, decode, encode, packTar, portOf } from '../base/index.ts';
import { createMemoryBackend, openStore } from '../store/index.ts';
import {
  connectOverPort,
  createApi,
  createClient,
  decodeStatus,
  demultiplex,
  serveOverPort,
} from './index.ts';

const echo: FakeProgram = async ({ argv, stdout }) => {
  await stdout.write(encode(`${argv.slice(1).join(' ')}\n`));
  return 0;
};
const fail: FakeProgram = async ({ stderr }) => {
  await stderr.write(encode('no\n'));
  return 3 << 8;
};
const loop: FakeProgram = async ({ stdout, signal }) => {
  await stdout.write(encode('begin\n'));
  const number = await signal();
  await stdout.write(encode(`got ${number}\n`));
  return 0;
};
const stubborn: FakeProgram = () => new Promise(() => {});
const cat: FakeProgram = async ({ stdin, stdout }) => {
  for await (const chunk of chunksOf(stdin)) await stdout.write(chunk);
  return 0;
};
const touch: FakeProgram = async ({ overlay, argv, trace, signal }) => {
  overlay.create(overlay.root, argv[1]!, { mode: 0o644, uid: 0, gid: 0 });
  trace({ kind: 'create', path: `/${argv[1]}`, type: 0o100000 });
  if (argv[2] === 'wait') await signal();
  return 0;
};

async function start(how: 'direct' | 'port' = 'direct') {
  const fake = await openFakeEngine({ programs: { echo, fail, loop, stubborn, cat, touch } });
  fake.publish('alpine', { 'etc-motd': 'welcome\n' }, { Cmd: ['echo', 'hi'], Env: ['PATH=/bin', 'A=1'] });
  const api = createApi(fake.engine);
  if (how === 'direct') return { ...fake, api, docker: createClient(api) };
  const { port1, port2 } = new MessageChannel();
  serveOverPort(api, portOf(port1 as never));
  const client = portOf(port2 as never);
  return { ...fake, api, docker: createClient(connectOverPort(client)), close: () => client.close() };
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

async function pulled(how: 'direct' | 'port' = 'direct') {
  const started = await start(how);
  await all(started.docker.images.pull({ fromImage: 'alpine', tag: 'latest' }));
  return started;
}

type Docker = Awaited<ReturnType<typeof start>>['docker'];

/** As the command line runs a container: attach, wait, start. */
async function run(
  docker: Docker,
  Cmd: string[],
  more: object = {},
): Promise<{ out: string; err: string; code: number; id: string }> {
  const { Id } = await docker.containers.create({ Image: 'alpine', Cmd, ...more });
  const connection = await docker.containers.attach(Id, { stdout: true, stderr: true });
  const waiting = docker.containers.wait(Id, { condition: 'next-exit' });
  await docker.containers.start(Id);
  const frames = await all(demultiplex(connection.source));
  const text = (stream: number): string =>
    frames
      .filter((frame) => frame.stream === stream)
      .map((frame) => decode(frame.bytes))
      .join('');
  return { out: text(1), err: text(2), code: (await waiting).StatusCode, id: Id };
}

async function logsOf(docker: Docker, id: string): Promise<string> {
  const frames = await all(demultiplex(await docker.containers.logs(id, { stdout: true, stderr: true })));
  return frames.map((frame) => decode(frame.bytes)).join('');
}

describe('versions and errors', () => {
  it('takes what the real engine takes, and refuses with its words', async () => {
    const { api } = await start();
    const ask = async (path: string, method: 'GET' | 'POST' = 'GET'): Promise<[number, string]> => {
      const { status, body } = await api({ method, path });
      return [status, decode(await collect(chunksOf(body)))];
    };
    expect(await ask('/v1.99/version')).toEqual([
      400,
      '{"message":"client version 1.99 is too new. Maximum supported API version is 1.51"}\n',
    ]);
    expect((await ask('/v1.10/version'))[0]).toBe(400);
    expect(await ask('/v1.51/nope')).toEqual([404, '{"message":"page not found"}\n']);
    expect(await ask('/v1.51/containers/nonono/json')).toEqual([
      404,
      '{"message":"No such container: nonono"}\n',
    ]);
    expect(await ask('/v1.51/images/nonono/json')).toEqual([
      404,
      '{"message":"No such image: nonono:latest"}\n',
    ]);
    expect((await ask('/_ping'))[1]).toBe('OK');
    expect((await ask('/containers/create', 'POST'))[0]).toBe(400);
  });
});

describe('pull', () => {
  it('streams progress, then lists and inspects', async () => {
    const { docker } = await start();
    const messages = await all(docker.images.pull({ fromImage: 'alpine', tag: 'latest' }));
    const statuses = messages.map((message) => message.status);
    expect(statuses).toEqual([
      'Pulling from library/alpine',
      'Pulling fs layer',
      'Downloading',
      'Verifying Checksum',
      'Download complete',
      'Extracting',
      'Pull complete',
      expect.stringMatching(/^Digest: sha256:/),
      'Status: Downloaded newer image for alpine:latest',
    ]);
    const again = await all(docker.images.pull({ fromImage: 'alpine', tag: 'latest' }));
    expect(again.at(-1)?.status).toBe('Status: Image is up to date for alpine:latest');
    const [image] = await docker.images.list();
    expect(image).toMatchObject({ RepoTags: ['alpine:latest'], Size: 8, Containers: 0 });
    const history = await docker.images.history('alpine');
    expect(history.map((row) => [row.Id === image!.Id, row.Size, row.CreatedBy])).toEqual([
      [true, 0, 'CMD ["/bin/sh"]'],
      [false, 8, 'ADD rootfs / # buildkit'],
    ]);
  });

  it('answers a status where nothing was streamed yet', async () => {
    const { docker } = await start();
    await expect(all(docker.images.pull({ fromImage: 'nope', tag: 'latest' }))).rejects.toMatchObject({
      code: 'HTTP404',
      message: expect.stringContaining('pull access denied for nope'),
    });
  });
});

describe.each(['direct', 'port'] as const)('containers (%s)', (how) => {
  it('runs one attached, and keeps its log', async () => {
    const { docker } = await pulled(how);
    const { out, code, id } = await run(docker, ['echo', 'hello', 'world']);
    expect([out, code]).toEqual(['hello world\n', 0]);
    expect(await logsOf(docker, id)).toBe('hello world\n');
    const [shown] = await docker.containers.list({ all: true });
    expect(shown).toMatchObject({ State: 'exited', Image: 'alpine', Command: 'echo hello world' });
    expect(shown!.Status).toBe('Exited (0) Less than a second ago');
    expect(await docker.containers.list()).toEqual([]);
  });

  it('tells stderr and exit codes apart', async () => {
    const { docker } = await pulled(how);
    expect(await run(docker, ['fail'])).toMatchObject({ out: '', err: 'no\n', code: 3 });
  });

  it('gives stdin to who reads it', async () => {
    const { docker } = await pulled(how);
    const { Id } = await docker.containers.create({
      Image: 'alpine',
      Cmd: ['cat'],
      OpenStdin: true,
      StdinOnce: true,
    });
    const { source, sink } = await docker.containers.attach(Id, { stdin: true, stdout: true, stderr: true });
    await docker.containers.start(Id);
    await sink.write(encode('to and fro'));
    sink.end();
    expect((await all(demultiplex(source))).map((frame) => decode(frame.bytes))).toEqual(['to and fro']);
  });

  it('follows a log until the container ends', async () => {
    const { docker } = await pulled(how);
    const { Id } = await docker.containers.create({ Image: 'alpine', Cmd: ['loop'] }, { name: 'app1' });
    await docker.containers.start(Id);
    const following = all(demultiplex(await docker.containers.logs('app1', { stdout: true, follow: true })));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await docker.containers.stop('app1')).toBe(204);
    expect((await following).map((frame) => decode(frame.bytes)).join('')).toBe('begin\ngot 15\n');
    expect(await docker.containers.stop('app1')).toBe(304);
  });

  it('kills at once what does not listen', async () => {
    const { docker } = await pulled(how);
    const { Id } = await docker.containers.create({ Image: 'alpine', Cmd: ['stubborn'] }, { name: 'app1' });
    await docker.containers.start(Id);
    await expect(docker.containers.remove('app1')).rejects.toMatchObject({
      code: 'HTTP409',
      message:
        'cannot remove container "app1": container is running: stop the container before removing or force remove',
    });
    const began = performance.now();
    await docker.containers.remove('app1', { force: true });
    expect(performance.now() - began).toBeLessThan(300);
    expect(await docker.containers.list({ all: true })).toEqual([]);
  });

  it('execs, and shows what changed', async () => {
    const { docker } = await pulled(how);
    const { Id } = await docker.containers.create({ Image: 'alpine', Cmd: ['loop'] });
    await docker.containers.start(Id);
    const { Id: exec } = await docker.containers.execCreate(Id, {
      Cmd: ['touch', 'out.txt'],
      AttachStdout: true,
    });
    const { source } = await docker.containers.execStart(exec, { tty: false });
    await collect(chunksOf(source));
    expect(await docker.containers.execInspect(exec)).toMatchObject({ ExitCode: 0, Running: false });
    expect(await docker.containers.changes(Id)).toEqual([{ Path: '/out.txt', Kind: 1 }]);
    await docker.containers.kill(Id);
    await docker.containers.wait(Id);
    expect(await docker.containers.changes(Id)).toEqual([{ Path: '/out.txt', Kind: 1 }]);
    const missing = docker.containers.execCreate(Id, { Cmd: ['x'] });
    await expect(missing).rejects.toMatchObject({ message: `container ${Id} is not running` });
  });

  it('says what cannot start, and keeps it created', async () => {
    const { docker } = await pulled(how);
    const { Id } = await docker.containers.create({ Image: 'alpine', Cmd: ['nosuch'] });
    await expect(docker.containers.start(Id)).rejects.toMatchObject({
      code: 'HTTP400',
      message: expect.stringContaining('exec: "nosuch": executable file not found in $PATH'),
    });
    expect((await docker.containers.inspect(Id)).State).toMatchObject({ Status: 'created', ExitCode: 127 });
  });
});

describe('create', () => {
  it('merges with the image as Docker does', async () => {
    const { docker } = await pulled();
    const { Id } = await docker.containers.create({
      Image: 'alpine',
      Env: ['B=2'],
      Volumes: { '/data': {} },
    });
    const shown = await docker.containers.inspect(Id);
    expect(shown.Config.Env).toEqual(['B=2', 'PATH=/bin', 'A=1']);
    expect([shown.Path, shown.Args]).toEqual(['echo', ['hi']]);
    expect(shown.Config.Hostname).toBe(Id.slice(0, 12));
    expect(shown.Mounts).toMatchObject([{ Type: 'volume', Destination: '/data', Driver: 'local' }]);
    expect((await docker.volumes.list()).Volumes).toHaveLength(1);
    await docker.containers.remove(Id, { volumes: true });
    expect((await docker.volumes.list()).Volumes).toHaveLength(0);
  });

  it('refuses names in use and names that are none', async () => {
    const { docker } = await pulled();
    const { Id } = await docker.containers.create({ Image: 'alpine' }, { name: 'app1' });
    await expect(docker.containers.create({ Image: 'alpine' }, { name: 'app1' })).rejects.toMatchObject({
      code: 'HTTP409',
      message: `Conflict. The container name "/app1" is already in use by container "${Id}". You have to remove (or rename) that container to be able to reuse that name.`,
    });
    await expect(docker.containers.create({ Image: 'alpine' }, { name: 'a' })).rejects.toMatchObject({
      code: 'HTTP400',
      message: 'Invalid container name (a), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed',
    });
    await expect(docker.containers.create({ Image: 'nope' })).rejects.toMatchObject({
      code: 'HTTP404',
      message: 'No such image: nope:latest',
    });
    await expect(
      docker.containers.create({ Image: 'alpine', HostConfig: { PortBindings: { '80/tcp': [] } } }),
    ).rejects.toMatchObject({ code: 'HTTP501' });
  });
});

describe('rmi', () => {
  it('untags, then deletes, and respects containers', async () => {
    const { docker } = await pulled();
    const [image] = await docker.images.list();
    await docker.images.tag('alpine', 'other', 'v1');
    expect(await docker.images.remove('other:v1')).toEqual([{ Untagged: 'other:v1' }]);
    const { Id } = await docker.containers.create({ Image: 'alpine' });
    await expect(docker.images.remove('alpine')).rejects.toMatchObject({
      code: 'HTTP409',
      message: `conflict: unable to remove repository reference "alpine" (must force) - container ${Id.slice(0, 12)} is using its referenced image ${image!.Id.slice(7, 19)}`,
    });
    await docker.containers.remove(Id);
    const items = await docker.images.remove('alpine');
    expect(items.map((item) => Object.keys(item)[0])).toEqual(['Untagged', 'Untagged', 'Deleted', 'Deleted']);
    expect(await docker.images.list()).toEqual([]);
  });
});

describe('events', () => {
  it('come in Docker’s shape and order', async () => {
    const { docker } = await pulled();
    const stop = new AbortController();
    const events = all(docker.system.events({ filters: { type: ['container'] }, signal: stop.signal }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const { id } = await run(docker, ['fail']);
    await docker.containers.remove(id);
    stop.abort();
    const seen = await events;
    expect(seen.map((event) => event.Action)).toEqual(['create', 'attach', 'start', 'die', 'destroy']);
    expect(seen[3]).toMatchObject({
      status: 'die',
      from: 'alpine',
      Actor: { Attributes: { exitCode: '3' } },
    });
  });
});

describe('a power cut', () => {
  it('leaves what was durable, and containers as Exited (255)', async () => {
    const before = await pulled();
    const { Id } = await before.docker.containers.create(
      { Image: 'alpine', Cmd: ['touch', 'f', 'wait'] },
      { name: 'app1' },
    );
    await before.docker.containers.start(Id);
    const keeper = await before.docker.containers.create({
      Image: 'alpine',
      Cmd: ['loop'],
      HostConfig: { RestartPolicy: { Name: 'always', MaximumRetryCount: 0 } },
    });
    await before.docker.containers.start(keeper.Id);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const after = await before.powerCut();
    const docker = createClient(createApi(after.engine));
    const [shown] = await docker.containers.list({ all: true, filters: { name: ['app1'] } });
    expect(shown!.Status).toMatch(/^Exited \(255\)/);
    expect(await docker.containers.changes('app1')).toEqual([{ Path: '/f', Kind: 1 }]);
    expect((await docker.containers.list()).map((container) => container.Id)).toEqual([keeper.Id]);
    expect(await logsOf(docker, keeper.Id)).toContain('begin\n');
  });
});

describe('build', () => {
  it('solves, tags, and streams BuildKit’s messages', async () => {
    const { docker } = await start();
    const context = packTar([
      {
        name: 'Dockerfile',
        type: 'file',
        mode: 0o644,
        uid: 0,
        gid: 0,
        mtime: 0n,
        contents: encode('FROM alpine\nCOPY a.txt /app/\nRUN ["touch", "made"]\nCMD ["echo", "built"]\n'),
      },
      { name: 'a.txt', type: 'file', mode: 0o644, uid: 0, gid: 0, mtime: 0n, contents: encode('hello') },
    ]);
    const build = async (): Promise<string[]> => {
      const messages = await all(await docker.images.build(context, { version: '2', t: ['my-app'] }));
      const statuses = messages
        .filter((message) => message.id === 'moby.buildkit.trace')
        .map((message) => decodeStatus(Uint8Array.from(atob(message.aux as string), (c) => c.charCodeAt(0))));
      expect(messages.map((message) => message.error).filter(Boolean)).toEqual([]);
      expect(messages.at(-1)).toMatchObject({
        id: 'moby.image.id',
        aux: { ID: expect.stringMatching(/^sha256:/) },
      });
      return statuses.flatMap((status) => status.vertexes.filter((v) => v.cached).map((v) => v.name));
    };
    expect(await build()).toEqual([]);
    const cached = await build();
    expect(cached.some((name) => name.includes('COPY a.txt /app/'))).toBe(true);
    expect(cached.some((name) => name.includes('RUN'))).toBe(true);
    const images = await docker.images.list();
    expect(images.map((image) => image.RepoTags)).toEqual([['my-app:latest']]);
    await expect(docker.images.history('alpine')).rejects.toMatchObject({
      message: 'No such image: alpine:latest',
    });
    const { out } = await (async () => {
      const { Id } = await docker.containers.create({ Image: 'my-app' });
      await docker.containers.start(Id);
      await docker.containers.wait(Id);
      return { out: await logsOf(docker, Id) };
    })();
    expect(out).toBe('built\n');
    const state = await docker.strata.state();
    expect(state.layers.map((layer) => layer.origin).sort()).toEqual(['base', 'copy', 'run']);
    expect(state.images[0]!.layers).toHaveLength(3);
    expect((await docker.strata.builds())[0]!.steps.length).toBeGreaterThan(0);
  });
});

describe('a full disk', () => {
  it('fails the one command with Docker’s words, and loses nothing', async () => {
    const backend = createMemoryBackend({ quota: 40_000 });
    const store = openStore({ content: createMemoryBackend(), records: backend });
    const fake = await openFakeEngine({ programs: { echo }, store });
    fake.publish('alpine', { f: 'x' }, { Cmd: ['echo', 'hi'] });
    const docker = createClient(createApi(fake.engine));
    await all(docker.images.pull({ fromImage: 'alpine', tag: 'latest' }));
    let made = 0;
    const fill = async (): Promise<void> => {
      for (; made < 100; made++) await docker.containers.create({ Image: 'alpine' });
    };
    await expect(fill()).rejects.toMatchObject({ code: 'HTTP500', message: 'no space left on device' });
    expect(made).toBeGreaterThan(1);
    const listed = await docker.containers.list({ all: true });
    expect(listed).toHaveLength(made);
    await docker.containers.remove(listed[0]!.Id);
    await docker.containers.create({ Image: 'alpine' });
  });
});

describe('--rm', () => {
  it('removes the container when it ends, and whoever waits for that is told', async () => {
    const { docker } = await pulled();
    const { Id } = await docker.containers.create({
      Image: 'alpine',
      Cmd: ['fail'],
      HostConfig: { AutoRemove: true },
      Volumes: { '/data': {} },
    });
    const removed = docker.containers.wait(Id, { condition: 'removed' });
    await docker.containers.start(Id);
    expect(await removed).toEqual({ StatusCode: 3 });
    expect(await docker.containers.list({ all: true })).toEqual([]);
    expect((await docker.volumes.list()).Volumes).toEqual([]);
  });
});

describe('volumes', () => {
  it('begin with what the image has there, and outlast containers', async () => {
    const { docker, publish } = await start();
    publish('data', { 'data/file': 'from the image' }, { Cmd: ['echo'] });
    await all(docker.images.pull({ fromImage: 'data', tag: 'latest' }));
    const { Id } = await docker.containers.create({ Image: 'data', HostConfig: { Binds: ['vol:/data'] } });
    const usage = (await docker.system.diskUsage()).Volumes[0];
    expect(usage?.UsageData).toEqual({ RefCount: 1, Size: 14 });
    await expect(docker.volumes.remove('vol')).rejects.toMatchObject({
      code: 'HTTP409',
      message: `remove vol: volume is in use - [${Id}]`,
    });
    await docker.containers.remove(Id, { volumes: true });
    expect((await docker.volumes.list()).Volumes).toHaveLength(1);
    expect(await docker.volumes.remove('vol')).toBe(204);
  });
});

describe('copying', () => {
  it('puts files into a container that does not run, and gets them back', async () => {
    const { docker } = await pulled();
    const { Id } = await docker.containers.create({ Image: 'alpine' });
    const tar = packTar([
      { name: 'note', type: 'file', mode: 0o600, uid: 1, gid: 2, mtime: 0n, contents: encode('remember') },
    ]);
    await docker.containers.putArchive(Id, '/', tar);
    expect(await docker.containers.changes(Id)).toEqual([{ Path: '/note', Kind: 1 }]);
    const { tar: got, stat } = await docker.containers.getArchive(Id, '/note');
    expect(stat).toMatchObject({ name: 'note', size: 8, mode: 0o600 });
    expect(decode(await collect(chunksOf(got)))).toContain('remember');
    await expect(docker.containers.getArchive(Id, '/nope')).rejects.toMatchObject({
      code: 'HTTP404',
      message: `Could not find the file /nope in container ${Id}`,
    });
  });
});
