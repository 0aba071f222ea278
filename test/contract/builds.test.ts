/** Builds that run side by side, that nobody waits for, and whose contexts mean harm. */
import { describe, expect, it } from 'vitest';
import { createClient, decodeStatus } from '../../src/api/index.ts';
import { decode, encode, fromBase64, packTar, TAR_BLOCK, type TarHeader } from '../../src/base/index.ts';
import { openRealEngine, type RealEngine } from '../support/real-engine.ts';

type Entry = TarHeader & { contents?: Uint8Array };

function file(name: string, text: string): Entry {
  return { name, type: 'file', mode: 0o644, uid: 0, gid: 0, mtime: 0n, contents: encode(text) };
}

function link(name: string, linkname: string): Entry {
  return { name, type: 'symlink', mode: 0o777, uid: 0, gid: 0, mtime: 0n, linkname };
}

interface Built {
  readonly error: string | undefined;
  readonly output: string;
}

async function build(
  { api }: RealEngine,
  entries: readonly Entry[],
  options: { tag?: string; signal?: AbortSignal; onOutput?: (text: string) => void } = {},
): Promise<Built> {
  let error: string | undefined;
  let output = '';
  const { tag, signal } = options;
  const messages = await createClient(api).images.build(packTar([...entries]), {
    version: '2',
    ...(tag ? { t: [tag] } : {}),
    signal,
  });
  for await (const message of messages) {
    error ??= message.error;
    if (message.id !== 'moby.buildkit.trace') continue;
    for (const { msg } of decodeStatus(fromBase64(message.aux as string)).logs) output += decode(msg);
    options.onOutput?.(output);
  }
  return { error, output };
}

describe('builds at the same time', () => {
  it('end alike, whatever they share', async () => {
    const real = await openRealEngine();
    const text = 'FROM alpine\nRUN sleep 0.1; echo same > /same\nCOPY own /own\nRUN cat /own /same\n';
    const all = await Promise.all(
      ['a', 'b', 'c'].map((own) =>
        build(real, [file('Dockerfile', text), file('own', `${own}\n`)], { tag: `at-once-${own}` }),
      ),
    );
    expect(all).toEqual(
      ['a', 'b', 'c'].map((own) => ({ error: undefined, output: expect.stringContaining(`${own}\nsame\n`) })),
    );
    const tags = (await createClient(real.api).images.list()).flatMap((image) => image.RepoTags);
    expect(tags.toSorted()).toEqual(['at-once-a:latest', 'at-once-b:latest', 'at-once-c:latest']);
  });

  it('leave nothing behind when their client goes away', async () => {
    const real = await openRealEngine();
    const docker = createClient(real.api);
    const text = 'FROM alpine\nRUN echo begun; sleep 1000\n';
    const gone = new AbortController();
    const began = Date.now();
    const broken = build(real, [file('Dockerfile', text)], {
      tag: 'never',
      signal: gone.signal,
      onOutput: (output) => {
        if (output.includes('begun')) gone.abort();
      },
    });
    await broken.catch(() => {});
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(await docker.images.list()).toEqual([]);
    const next = await build(real, [file('Dockerfile', 'FROM alpine\nRUN echo next\n')], { tag: 'next' });
    expect(next).toEqual({ error: undefined, output: 'next\n' });
    const cached = [...real.engine.state.current().cache.values()].map(({ description }) => description);
    expect(cached.filter((text) => text.includes('sleep'))).toEqual([]);
  });
});

describe('contexts', () => {
  it('cannot be left by links', async () => {
    const real = await openRealEngine();
    const entries = [
      file('inside', 'in\n'),
      link('up', '../../../../../etc/passwd'),
      link('abs', '/etc/passwd'),
      link('self', 'self'),
      link('clamped', '../../inside'),
    ];
    const copy = async (source: string): Promise<string | undefined> => {
      const dockerfile = file('Dockerfile', `FROM alpine\nCOPY ${source} /x\nRUN cat /x\n`);
      const { error, output } = await build(real, [dockerfile, ...entries]);
      return error?.replace(/ref \S+:/, 'ref REF:') ?? output;
    };
    const missing = (path: string): string =>
      `failed to compute cache key: failed to calculate checksum of ref REF: "${path}": not found`;
    expect(await copy('up')).toBe(missing('/up'));
    expect(await copy('abs')).toBe(missing('/abs'));
    expect(await copy('../../etc/passwd')).toBe(missing('/etc/passwd'));
    expect(await copy('self')).toBe(
      'failed to compute cache key: failed to calculate checksum of ref REF: too many links',
    );
    expect(await copy('clamped')).toBe('in\n');
  });

  it('may have a link for a Dockerfile', async () => {
    const real = await openRealEngine();
    const entries = [
      link('Dockerfile', 'docker/file'),
      file('docker/file', 'FROM alpine\nRUN echo linked\n'),
    ];
    expect(await build(real, entries)).toEqual({ error: undefined, output: 'linked\n' });
  });

  it.each([
    ['a size of 2^60', header('x', [0x80, 0, 0, 0, 0x10]), 'unexpected EOF'],
    ['a size of 8 GB', header('x', [...encode('77777777777')]), 'unexpected EOF'],
    ['a negative size', header('x', Array(12).fill(0xff)), 'archive/tar: invalid tar header'],
    [
      'a long name of a terabyte',
      header('x', [0x80, 0, 0, 0, 0, 0, 1], 'L'),
      'archive/tar: header field too long',
    ],
    ['a name outside', header('../x', [...encode('0')]), 'invalid entry name "../x"'],
    ['no archive', encode('hello'), 'unexpected EOF'],
  ])('with %s are refused', async (_, bytes, message) => {
    const { api } = await openRealEngine();
    const whole = packTar([file('Dockerfile', 'FROM scratch\n')]);
    const body = new Uint8Array([...whole.slice(0, 2 * TAR_BLOCK), ...bytes]);
    const building = createClient(api).images.build(body, { version: '2' });
    await expect(building).rejects.toMatchObject({ message });
  });
});

/** A ustar header whose size field is what it says; of a base-256 one the last bytes are zero. */
function header(name: string, size: readonly number[], type = '0'): Uint8Array {
  const block = new Uint8Array(TAR_BLOCK);
  const put = (at: number, text: string): void => block.set(encode(text), at);
  put(0, name);
  put(100, '0000644\0' + '0000000\0' + '0000000\0');
  block.set(size, 124);
  put(136, '00000000000\0');
  put(148, '        ');
  put(156, type);
  put(257, 'ustar\0' + '00');
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return block;
}
