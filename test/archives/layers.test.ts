/**
 * Archives that are wrong, hostile or unusual: the files and the refusals that a real engine had
 * (recorded.json), as the layer of an image and by `docker cp -`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApi, createClient } from '../../src/api/index.ts';
import { bytesOf, digestOf, hexOf, messageOf, sourceOf, toHex } from '../../src/base/index.ts';
import { importImage, PLATFORM } from '../../src/engine/index.ts';
import {
  majorOf,
  minorOf,
  S_IFBLK,
  S_IFCHR,
  S_IFDIR,
  S_IFIFO,
  S_IFLNK,
  S_IFMT,
  S_IFREG,
} from '../../src/posix/index.ts';
import { createLayerFs, type FileSystem } from '../../src/vfs/index.ts';
import { type FakeEngine, openFakeEngine } from '../support/fake-engine.ts';
import { CASES } from './cases.mjs';

interface FileLine {
  /** A character for each byte. */
  readonly path: string;
  readonly type: string;
  readonly [member: string]: string | number;
}
interface Recorded {
  readonly error?: string;
  readonly files?: readonly FileLine[];
  /** What `docker cp -` says; absent where nothing is wrong. */
  readonly cp?: string;
}
const recorded = JSON.parse(readFileSync(join(import.meta.dirname, 'recorded.json'), 'utf8')) as Readonly<
  Record<string, Recorded>
>;

const NOW = Date.now();
let fake: FakeEngine;
beforeAll(async () => {
  fake = await openFakeEngine({ programs: {} });
  fake.publish('alpine', { 'mnt/.keep': '' });
});

describe('an image of the archive', () => {
  it.each(Object.entries(CASES))('%s', async (name, tar) => {
    const { error, files } = recorded[name]!;
    const before = await fake.store.blobs();
    const { problem, id } = await importCase(tar);
    expect(problem).toBe(error);
    if (!id) {
      expect(await fake.store.blobs(), 'nothing is left of it').toEqual(before);
      return;
    }
    const layer = fake.engine.state.current().image.get(id as never)!.config.rootfs.diff_ids[0]!;
    expect(await listing(layer)).toEqual(files);
  });
});

async function importCase(tar: Uint8Array): Promise<{ problem?: string; id?: string }> {
  let id: string | undefined;
  try {
    // In pieces that fit nothing.
    await importImage(fake.engine, sourceOf(pieces(tar, 333)), {
      reference: undefined,
      message: '',
      changes: [],
      platform: PLATFORM,
      emit: ({ status }) => {
        id = status;
      },
    });
  } catch (error) {
    return { problem: messageOf(error) };
  }
  return id === undefined ? {} : { id };
}

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array, void, void> {
  for (let at = 0; at < bytes.length; at += size) yield Uint8Array.from(bytes.subarray(at, at + size));
}

/** As record.mjs lists what is on Docker's disk. */
async function listing(diffId: string): Promise<FileLine[]> {
  const layer = (await fake.engine.layers.find(diffId as never))!;
  const fs = createLayerFs(layer.index, () => fake.engine.host.openBlob(layer.tar));
  const lines: FileLine[] = [];
  const visit = async (ino: number, path: string): Promise<void> => {
    lines.push(await lineOf(fs as FileSystem, ino, path));
    if (lines.at(-1)!.type !== 'd') return;
    for (const { name, ino: child } of fs.readdir(ino)) {
      await visit(child, path === '' ? binary(name) : `${path}/${binary(name)}`);
    }
  };
  await visit(fs.root, '');
  return lines.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

const TYPES: Readonly<Record<number, string>> = {
  [S_IFREG]: 'f',
  [S_IFDIR]: 'd',
  [S_IFLNK]: 'l',
  [S_IFCHR]: 'c',
  [S_IFBLK]: 'b',
  [S_IFIFO]: 'p',
};

async function lineOf(fs: FileSystem, ino: number, path: string): Promise<FileLine> {
  const stat = await fs.stat(ino);
  const type = TYPES[stat.mode & S_IFMT]!;
  const xattrs: string[] = [];
  for (const name of [...(await fs.listxattr(ino))].sort()) {
    xattrs.push(`${name}=0x${toHex(await fs.getxattr(ino, name))}`);
  }
  return {
    path,
    type,
    mode: (stat.mode & 0o7777).toString(8),
    owner: `${stat.uid}:${stat.gid}`,
    ...(type === 'f' ? { size: stat.size, digest: await contentDigest(fs, ino, stat.size) } : {}),
    time: timeText(stat.mtime),
    ...(type === 'd' ? {} : { links: stat.nlink }),
    ...(type === 'l' ? { target: binary(await fs.readlink(ino)) } : {}),
    ...(type === 'c' || type === 'b'
      ? { device: `${majorOf(stat.rdev).toString(16)},${minorOf(stat.rdev).toString(16)}` }
      : {}),
    ...(xattrs.length ? { xattrs: xattrs.join(' ') } : {}),
  };
}

async function contentDigest(fs: FileSystem, ino: number, size: number): Promise<string> {
  const file = await fs.open(ino, 0);
  const bytes = new Uint8Array(size);
  expect(await file.readAt(bytes, 0)).toBe(size);
  return hexOf(await digestOf(bytes)).slice(0, 16);
}

function timeText(nanos: bigint): string {
  const milliseconds = Number(nanos / 1_000_000n);
  if (milliseconds >= NOW && milliseconds < NOW + 600_000) return 'now';
  const fraction = String(nanos % 1_000_000_000n).padStart(9, '0');
  return `${nanos / 1_000_000_000n}.${fraction}`.replace(/\.?0+$/, '') || '0';
}

/** A character for each byte. */
function binary(text: string): string {
  return String.fromCharCode(...bytesOf(text));
}

describe('copied into a container', () => {
  it.each(Object.entries(CASES))('%s', async (name, tar) => {
    const client = createClient(createApi(fake.engine));
    for await (const _ of client.images.pull({ fromImage: 'alpine', tag: 'latest' }));
    const { Id } = await client.containers.create({ Image: 'alpine', Cmd: ['x'] }, { name: 'archives-case' });
    let message: string | undefined;
    try {
      await client.containers.putArchive(Id, '/mnt', Uint8Array.from(tar), { noOverwriteDirNonDir: true });
    } catch (error) {
      message = messageOf(error).replace(Id, 'archives-case');
    }
    await client.containers.remove(Id, { force: true });
    expect(message).toBe(recorded[name]!.cp);
  });
});
