import { describe, expect, it } from 'vitest';
import { type Clock, digestSync, encode, gzipBytes } from '../../base/index.ts';
import { type Descriptor, MEDIA, parseReference } from '../../oci/index.ts';
import { createMemoryBackend, type Staged } from '../../store/index.ts';
import { parseChallenges } from './challenge.ts';
import { createRegistryClient } from './create.ts';

const signal = new AbortController().signal;
const reference = parseReference('registry.test/a/b:1');
const ORIGIN = 'https://registry.test/v2/';

interface Ask {
  readonly method: string;
  /** Behind the registry's origin, or the whole address. */
  readonly path: string;
  readonly authorization: string | null;
  readonly range: string | null;
  readonly body: Uint8Array | undefined;
}

/** A registry of scripted answers, and a clock that sleeps at once. */
function scripted(answer: (ask: Ask, count: number) => Response | Promise<Response>) {
  const asked: Ask[] = [];
  let now = 1_000_000;
  const clock: Clock = {
    now: () => now,
    monotonic: () => now,
    async sleep(ms) {
      now += ms;
    },
  };
  const client = createRegistryClient({
    clock,
    async fetch(input, init) {
      const ask: Ask = {
        method: init?.method ?? 'GET',
        path: String(input).replace(ORIGIN, ''),
        authorization: new Headers(init?.headers).get('authorization'),
        range: new Headers(init?.headers).get('range'),
        body: init?.body as Uint8Array | undefined,
      };
      asked.push(ask);
      return answer(ask, asked.length);
    },
  });
  return { client, asked, clock };
}

const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });

const stage = () => createMemoryBackend().stage();

function bytesOf({ ref }: Staged): Uint8Array {
  if (ref.kind !== 'bytes') throw new TypeError('stages of memory are bytes');
  return ref.bytes;
}

async function layerOf(text: string): Promise<{ layer: Descriptor; bytes: Uint8Array<ArrayBuffer> }> {
  const bytes = await gzipBytes(encode(text));
  return { bytes, layer: { mediaType: MEDIA.layerGzip, digest: digestSync(bytes), size: bytes.length } };
}

describe('transfers', () => {
  it('are tried again after 5 and 10 seconds where that may help', async () => {
    const { layer, bytes } = await layerOf('contents');
    const { client, asked, clock } = scripted((_, count) => {
      if (count === 1) return new Response('busy', { status: 503 });
      if (count === 2) throw new TypeError('fetch failed');
      return new Response(bytes);
    });
    const waited: number[] = [];
    const began = clock.now();
    const staged = await client.layer(reference, layer, {
      signal,
      stage,
      onProgress: ({ phase, current }) => void (phase === 'retrying' && waited.push(current)),
    });
    expect(bytesOf(staged)).toEqual(bytes);
    expect(asked).toHaveLength(3);
    expect(waited).toEqual([5, 4, 3, 2, 1, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(clock.now() - began).toBe(15_000);
  });

  it('are given up at the fifth failure, and at once where nothing else can come', async () => {
    const { layer } = await layerOf('contents');
    const busy = scripted(() => new Response('busy', { status: 502, statusText: 'Bad Gateway' }));
    const options = { signal, stage, onProgress: () => {} };
    await expect(busy.client.layer(reference, layer, options)).rejects.toThrow(
      'received unexpected HTTP status: 502 Bad Gateway',
    );
    expect(busy.asked).toHaveLength(5);
    const gone = scripted(() => new Response('', { status: 404 }));
    await expect(gone.client.layer(reference, layer, options)).rejects.toThrow('unknown blob');
    expect(gone.asked).toHaveLength(1);
  });

  it('are verified by size and digest, and not longer than they say', async () => {
    const { layer, bytes } = await layerOf('contents');
    const options = { signal, stage, onProgress: () => {} };
    for (const sent of [bytes.slice(1), new Uint8Array([...bytes, 0]), new Uint8Array(bytes.length)]) {
      const { client, asked } = scripted(() => new Response(sent));
      await expect(client.layer(reference, layer, options)).rejects.toThrow('layer verification failed');
      expect(asked).toHaveLength(1);
    }
  });

  /** Bytes, and then an end that is none. */
  const broken = (bytes: Uint8Array<ArrayBuffer>, init?: ResponseInit): Response => {
    let sent = false;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        if (sent) controller.error(new TypeError('terminated'));
        else controller.enqueue(bytes);
        sent = true;
      },
    });
    return new Response(body, init);
  };

  it('go on where they broke off', async () => {
    const { layer, bytes } = await layerOf('contents');
    const { client, asked } = scripted((_, count) => {
      if (count === 1) return broken(bytes.slice(0, 5));
      if (count === 2) return broken(bytes.slice(5, 7), { status: 206 });
      return new Response(bytes.slice(7), { status: 206 });
    });
    const told: number[] = [];
    const staged = await client.layer(reference, layer, {
      signal,
      stage,
      onProgress: ({ phase, current }) => void (phase === 'downloading' && told.push(current)),
    });
    expect(bytesOf(staged)).toEqual(bytes);
    expect(asked.map(({ range }) => range)).toEqual([null, 'bytes=5-', 'bytes=7-']);
    expect(told).toEqual([5, 7, bytes.length]);
  });

  it('begin anew where the registry gives no parts, and not where all is there', async () => {
    const { layer, bytes } = await layerOf('contents');
    const options = { signal, stage, onProgress: () => {} };
    const whole = scripted((_, count) => (count === 1 ? broken(bytes.slice(0, 5)) : new Response(bytes)));
    expect(bytesOf(await whole.client.layer(reference, layer, options))).toEqual(bytes);
    expect(whole.asked.map(({ range }) => range)).toEqual([null, 'bytes=5-']);
    const late = scripted(() => broken(bytes));
    expect(bytesOf(await late.client.layer(reference, layer, options))).toEqual(bytes);
    expect(late.asked).toHaveLength(1);
  });
});

describe('tokens', () => {
  const wanted = { 'www-authenticate': 'Bearer realm="https://auth.test/token?x=1",service="s"' };
  const credentials = { username: 'u', password: 'p' };

  it('are fetched once for a scope, and again when they expire or are not taken', async () => {
    let current = 't0';
    const { client, asked, clock } = scripted(({ path, authorization }) => {
      if (path.startsWith('https://auth.test/')) return json({ token: current, expires_in: 100 });
      if (authorization !== `Bearer ${current}`) return json({}, 401, wanted);
      return json({ tags: [] });
    });
    const call = { signal, credentials };
    await Promise.all([client.tags(reference, call), client.tags(reference, call)]);
    const tokens = asked.filter(({ path }) => path.startsWith('https://auth'));
    expect(new Set(tokens.map(({ path }) => path))).toEqual(
      new Set(['https://auth.test/token?x=1&account=u&scope=repository%3Aa%2Fb%3Apull&service=s']),
    );
    expect(tokens[0]?.authorization).toBe(`Basic ${btoa('u:p')}`);
    asked.length = 0;
    await client.tags(reference, call);
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer t0']);
    // The registry forgets it early.
    current = 't1';
    asked.length = 0;
    await client.tags(reference, call);
    expect(asked.map(({ authorization }) => authorization)).toEqual([
      'Bearer t0',
      `Basic ${btoa('u:p')}`,
      'Bearer t1',
    ]);
    // Its time is up: the old one is not even tried.
    await clock.sleep(100_000);
    current = 't2';
    asked.length = 0;
    await client.tags(reference, call);
    expect(asked.map(({ authorization }) => authorization)).toEqual([`Basic ${btoa('u:p')}`, 'Bearer t2']);
  });

  it('come for a refresh token by OAuth', async () => {
    const { client, asked } = scripted(({ path, authorization }) => {
      if (path.startsWith('https://auth.test/')) return json({ access_token: 't' });
      return authorization ? json({ tags: ['a'] }) : json({}, 401, wanted);
    });
    const call = { signal, credentials: { username: 'u', identityToken: 'refresh' } };
    expect(await client.tags(reference, call)).toEqual(['a']);
    expect(asked[1]).toMatchObject({ method: 'POST', authorization: null });
    expect(String(asked[1]?.body)).toBe(
      'grant_type=refresh_token&refresh_token=refresh&client_id=docker&service=s&scope=repository%3Aa%2Fb%3Apull',
    );
  });
});

describe('requests', () => {
  it('follow lists of tags from page to page', async () => {
    const { client, asked } = scripted(({ path }) =>
      path.includes('last=')
        ? json({ tags: ['c'] })
        : json({ tags: ['a', 'b'] }, 200, { link: '</v2/a/b/tags/list?last=b&n=2>; rel="next"' }),
    );
    expect(await client.tags(reference, { signal })).toEqual(['a', 'b', 'c']);
    expect(asked.map(({ path }) => path)).toEqual(['a/b/tags/list', 'a/b/tags/list?last=b&n=2']);
  });

  it('send blobs where the registry says, in one piece', async () => {
    const { client, asked } = scripted(({ method }) =>
      method === 'POST'
        ? new Response(null, { status: 202, headers: { location: '/v2/a/b/blobs/uploads/7?state=x' } })
        : new Response(null, { status: 201 }),
    );
    const contents = encode('blob');
    await client.upload(reference, digestSync(contents), contents, { signal });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST a/b/blobs/uploads/',
      `PUT a/b/blobs/uploads/7?state=x&digest=${encodeURIComponent(digestSync(contents))}`,
    ]);
    expect(asked[1]?.body).toEqual(contents);
  });

  it('try registries of this machine without TLS as well, and remember which it was', async () => {
    const { client, asked } = scripted(({ path }) => {
      if (path.startsWith('https:')) throw new TypeError('no TLS');
      return json({ tags: [] });
    });
    const local = parseReference('localhost:5000/x');
    await client.tags(local, { signal });
    await client.tags(local, { signal });
    expect(asked.map(({ path }) => path.replace(/\/v2.*/, ''))).toEqual([
      'https://localhost:5000',
      'http://localhost:5000',
      'http://localhost:5000',
    ]);
    await expect(
      scripted(() => Promise.reject(new TypeError('no TLS'))).client.tags(reference, { signal }),
    ).rejects.toThrow('Get "https://registry.test/v2/": no TLS');
  });
});

describe('challenges', () => {
  it('are read with all their parameters', () => {
    expect(
      parseChallenges(
        'Bearer realm="https://a/t?x=1,2", service="a \\"b\\"", scope=repository:x:pull, Basic realm=r',
      ),
    ).toEqual([
      {
        scheme: 'bearer',
        parameters: { realm: 'https://a/t?x=1,2', service: 'a "b"', scope: 'repository:x:pull' },
      },
      { scheme: 'basic', parameters: { realm: 'r' } },
    ]);
    expect(parseChallenges(null)).toEqual([]);
  });
});
