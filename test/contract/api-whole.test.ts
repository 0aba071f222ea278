/** The article's commands as API calls, over the real parts: sandboxes, shell, builder, shipped alpine. */
import { describe, expect, it } from 'vitest';
import { createClient, decodeStatus, demultiplex } from '../../src/api/index.ts';
import { decode, encode, fromBase64, packTar } from '../../src/base/index.ts';
import { openRealEngine } from '../support/real-engine.ts';

const DOCKERFILE = 'FROM alpine\nRUN echo made > /made\nCOPY . /app\nCMD [ "/app/my-app.sh" ]\n';
const SCRIPT = '#!/bin/sh\nwhile true; do\n  echo "hi! what time is it?"\n  sleep 0.1\ndone\n';

function contextOf(files: Readonly<Record<string, string>>): Uint8Array {
  return packTar(
    Object.entries(files).map(([name, text]) => ({
      name,
      type: 'file' as const,
      mode: 0o755,
      uid: 0,
      gid: 0,
      mtime: 1_700_000_000_000_000_000n,
      contents: encode(text),
    })),
  );
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

describe('the article over the API', () => {
  it('builds, caches, runs two, follows, execs, diffs and removes', async () => {
    const { api } = await openRealEngine();
    const docker = createClient(api);
    const build = async (files: Readonly<Record<string, string>>): Promise<Record<string, boolean>> => {
      const messages = await all(
        await docker.images.build(contextOf(files), {
          version: '2',
          remote: 'client-session',
          t: ['my-app'],
        }),
      );
      expect(messages.find((message) => message.error)).toBeUndefined();
      const vertexes = messages
        .filter((message) => message.id === 'moby.buildkit.trace')
        .flatMap((message) => decodeStatus(fromBase64(message.aux as string)).vertexes);
      return Object.fromEntries(
        vertexes.map((vertex) => [vertex.name.replace(/^\[\d\/\d\] /, ''), vertex.cached]),
      );
    };
    const files = { Dockerfile: DOCKERFILE, 'my-app.sh': SCRIPT };
    expect(await build(files)).toMatchObject({ 'RUN echo made > /made': false, 'COPY . /app': false });
    expect(await build(files)).toMatchObject({ 'RUN echo made > /made': true, 'COPY . /app': true });
    const changed = { ...files, 'my-app.sh': `${SCRIPT}#\n` };
    expect(await build(changed)).toMatchObject({ 'RUN echo made > /made': true, 'COPY . /app': false });
    const ignoring = { ...changed, '.dockerignore': 'secret\n.dockerignore\n', secret: '1' };
    expect(await build(ignoring)).toMatchObject({ 'COPY . /app': true });

    const images = await docker.images.list();
    expect(images.flatMap((image) => image.RepoTags)).toEqual(['my-app:latest']);
    await expect(docker.images.history('alpine')).rejects.toMatchObject({
      message: 'No such image: alpine:latest',
    });
    await docker.images.tag('my-app', 'my-app', 'v2');
    for (const name of ['app1', 'app2']) {
      await docker.containers.create({ Image: 'my-app' }, { name });
      await docker.containers.start(name);
    }
    const stop = new AbortController();
    const logs = await docker.containers.logs('app1', { stdout: true, follow: true, signal: stop.signal });
    let seen = '';
    for await (const frame of demultiplex(logs)) {
      seen += decode(frame.bytes);
      if (seen.split('\n').length > 3) break;
    }
    stop.abort();
    expect(seen).toMatch(/^(hi! what time is it\?\n){3}/);

    const Cmd = ['sh', '-c', 'echo hello > /out.txt; rm /app/my-app.sh; ls /'];
    const { Id } = await docker.containers.execCreate('app1', {
      Cmd,
      AttachStdout: true,
      AttachStderr: true,
    });
    const { source } = await docker.containers.execStart(Id, { tty: false });
    const printed = (await all(demultiplex(source))).map((frame) => decode(frame.bytes)).join('');
    expect(printed.split('\n')).toEqual(expect.arrayContaining(['app', 'bin', 'made', 'out.txt']));
    const changes = (await docker.containers.changes('app1')) ?? [];
    expect(changes.map((change) => `${change.Kind} ${change.Path}`).sort()).toEqual([
      '0 /app',
      '1 /out.txt',
      '2 /app/my-app.sh',
    ]);
    expect(await docker.containers.changes('app2')).toBeNull();
    const [one, two] = (await docker.containers.list({ size: true })).reverse();
    expect([one!.SizeRw, two!.SizeRw]).toEqual([6, undefined]);

    const state = await docker.strata.state();
    const [top] = new Set(state.containers.map((container) => container.top));
    expect(state.images.some((image) => image.layers.at(-1) === top)).toBe(true);
    expect(state.containers.find((container) => container.name === 'app1')?.upper).toContainEqual({
      path: '/out.txt',
      kind: 'A',
      size: 6,
    });

    await docker.containers.remove('app1', { force: true });
    await docker.containers.remove('app2', { force: true });
    expect(await docker.containers.list({ all: true })).toEqual([]);
  }, 20_000);

  it('says why a RUN failed, and keeps nothing', async () => {
    const { api } = await openRealEngine();
    const docker = createClient(api);
    const context = contextOf({ Dockerfile: 'FROM alpine\nRUN exit 3\n' });
    const messages = await all(await docker.images.build(context, { version: '2', t: ['broken'] }));
    expect(messages.at(-1)).toEqual({
      errorDetail: { message: 'process "/bin/sh -c exit 3" did not complete successfully: exit code: 3' },
      error: 'process "/bin/sh -c exit 3" did not complete successfully: exit code: 3',
    });
    expect(await docker.images.list()).toEqual([]);
  }, 20_000);
});
