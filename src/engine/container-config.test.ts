import { describe, expect, it } from 'vitest';
import { mergeConfig, processEnv } from './container-config.ts';
import { createDetachFilter, parseDetachKeys } from './detach-keys.ts';
import { planMounts } from './mounts.ts';

const ID = 'a'.repeat(64);
const random = { bytes: (length: number) => new Uint8Array(length).fill(0xab) };

describe('a container’s configuration', () => {
  const image = {
    Entrypoint: ['/entry'],
    Cmd: ['a'],
    Env: ['A=1', 'B=2'],
    WorkingDir: '/w',
    Labels: { x: '1' },
  };

  it('keeps the image’s entrypoint, and replaces its command', () => {
    const config = mergeConfig(ID, { Cmd: ['b'] }, image);
    expect([config.Entrypoint, config.Cmd]).toEqual([['/entry'], ['b']]);
  });

  it('drops the image’s command along with its entrypoint', () => {
    const config = mergeConfig(ID, { Entrypoint: ['/own'] }, image);
    expect([config.Entrypoint, config.Cmd]).toEqual([['/own'], null]);
    expect(() => mergeConfig(ID, { Entrypoint: [''] }, image)).toThrow('no command specified');
  });

  it('puts own variables before the image’s', () => {
    expect(mergeConfig(ID, { Env: ['B=3', 'C=4'] }, image).Env).toEqual(['B=3', 'C=4', 'A=1']);
  });

  it('takes away variables without a value', () => {
    const env = processEnv({ Hostname: 'h', Env: ['A=1', 'PATH'] });
    expect(env).toEqual({ A: '1', HOSTNAME: 'h' });
  });
});

describe('mounts', () => {
  const plan = (Binds: string[], Volumes = {}) => planMounts({ Volumes }, { Binds }, [], random);

  it('tells volumes and folders of the host apart', () => {
    const { points, volumes } = plan(['data:/data', '/home/me/./x:/x/:ro'], { '/data': {}, '/more': {} });
    expect(points).toMatchObject([
      { Type: 'volume', Name: 'data', Destination: '/data', RW: true, Mode: 'z' },
      { Type: 'bind', Source: '/home/me/x', Destination: '/x', RW: false, Mode: 'ro' },
      { Type: 'volume', Destination: '/more', Mode: '' },
    ]);
    expect(volumes.map((volume) => [volume.name.length, volume.anonymous])).toEqual([
      [4, false],
      [64, true],
    ]);
  });

  // The words of Docker 28.5.2 for these Binds.
  it.each([
    [['a:'], "invalid volume specification: 'a:'"],
    [
      ['a'],
      "invalid volume specification: 'a': invalid mount config for type \"volume\": invalid mount path: 'a' mount path must be absolute",
    ],
    [['/a:/b:/c:/d'], "invalid volume specification: '/a:/b:/c:/d'"],
    [
      ['a:rel'],
      "invalid volume specification: 'a:rel': invalid mount config for type \"volume\": invalid mount path: 'rel' mount path must be absolute",
    ],
    [
      ['/a:/'],
      "invalid volume specification: '/a:/': invalid mount config for type \"bind\": invalid specification: destination can't be '/'",
    ],
    [['/a:/b:huh'], 'invalid mode: huh'],
    [['/a:/b', '/c:/b'], 'Duplicate mount point: /b'],
    [['x:/y'], 'create x: volume name is too short, names should be at least two alphanumeric characters'],
  ])('refuses %j', (binds, words) => {
    expect(() => plan(binds)).toThrow(expect.objectContaining({ message: words }));
  });
});

describe('detach keys', () => {
  const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
  const type = (keys: string, ...typed: string[]): string => {
    const filter = createDetachFilter(parseDetachKeys(keys));
    return typed
      .map((each) => filter(Uint8Array.from(each, (c) => c.charCodeAt(0))))
      .map(({ bytes, detached }) => text(bytes) + (detached ? '!' : ''))
      .join('|');
  };

  it('hold back what may be theirs until it is not', () => {
    expect(type('', 'ab', '\x10', '\x11')).toBe('ab||!');
    expect(type('', 'a\x10', 'b')).toBe('a|\x10b');
    expect(type('', '\x10\x10\x11')).toBe('\x10!');
    expect(type('ctrl-a,x', '\x01x')).toBe('!');
    expect(() => parseDetachKeys('ctrl-ö')).toThrow('Unknown character');
  });
});
