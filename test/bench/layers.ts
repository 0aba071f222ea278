/** Layers themselves: digests, mounts, lookups, copying up; beside sha256sum and the kernel's overlayfs. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { createHasher, digestOf, packTar, type TarHeader } from '../../src/base/index.ts';
import { openBlob } from '../../src/node/blobs.ts';
import { O_RDWR } from '../../src/posix/index.ts';
import type { BlobHandle } from '../../src/store/index.ts';
import {
  createLayerFs,
  createMemoryFs,
  createOverlay,
  FileTree,
  indexLayer,
  type SyncFileSystem,
} from '../../src/vfs/index.ts';
import { type Measure, median, timed } from './measure.ts';

const MB = 1024 * 1024;
const SCRIPT = path.join(import.meta.dirname, '../../test/bench/native.py');

interface Native {
  readonly copyUp: Readonly<Record<string, number>>;
  readonly lookup: Readonly<Record<string, number>>;
  readonly mount: number;
}

export async function measureLayers(): Promise<Measure[]> {
  const native = measureNative();
  if (!native) process.stderr.write('bench: overlayfs cannot be mounted here (root, unshare, python3)\n');
  const folder = fs.mkdtempSync('/tmp/strata-bench-');
  try {
    return [
      ...(await measureDigests(folder)),
      ...[1, 64].map((megabytes) => measureCopyUp(folder, megabytes, native)),
      ...[1, 16, 127].map((depth) => measureLookup(depth, native)),
      measureMount(native),
    ];
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function measureNative(): Native | undefined {
  const { status, stdout } = spawnSync('unshare', ['-m', 'python3', SCRIPT], { encoding: 'utf8' });
  return status === 0 ? (JSON.parse(stdout) as Native) : undefined;
}

async function measureDigests(folder: string): Promise<Measure[]> {
  const bytes = new Uint8Array(64 * MB);
  for (let i = 0; i < bytes.length; i += 4) bytes[i] = i >> 10;
  const file = path.join(folder, 'bytes');
  fs.writeFileSync(file, bytes);
  const rate = (ms: number): number => 64 / (ms / 1000);
  const coreutils = median(await timed(3, async () => void spawnSync('sha256sum', [file])));
  const whole = median(await timed(3, () => digestOf(bytes)));
  const stream = median(
    await timed(3, async () => {
      const hasher = createHasher();
      for (let at = 0; at < bytes.length; at += MB) hasher.update(bytes.subarray(at, at + MB));
      hasher.digest();
    }),
  );
  return [
    { name: 'digest, in one piece', value: rate(whole), unit: 'MB/s', against: rate(coreutils) },
    { name: 'digest, as a stream', value: rate(stream), unit: 'MB/s', against: rate(coreutils) },
  ];
}

/** A layer whose tar is a file, as Node's engine has it. */
function layerOf(folder: string, name: string, entries: Iterable<TarHeader & { contents?: Uint8Array }>) {
  const tar = packTar(entries);
  const file = path.join(folder, name);
  fs.writeFileSync(file, tar);
  return openLayer(indexLayer(tar).index, () => openBlob({ kind: 'file', path: file, size: tar.length }));
}

function openLayer(index: Uint8Array, blob: () => BlobHandle): SyncFileSystem {
  return createLayerFs(index, blob);
}

function measureCopyUp(folder: string, megabytes: number, native: Native | undefined): Measure {
  const contents = new Uint8Array(megabytes * MB);
  for (let i = 0; i < contents.length; i += 512) contents[i] = i >> 9;
  const lower = layerOf(
    folder,
    `copy-up-${megabytes}`,
    [0, 1, 2, 3, 4].map((i) => ({ ...plain(`f${i}`), contents })),
  );
  const tree = new FileTree(createOverlay({ lowers: [lower], upper: createMemoryFs() }) as never);
  const times = [0, 1, 2, 3, 4].map((i) => {
    const begun = performance.now();
    const { file } = tree.open(tree.superuser(), `/f${i}`, O_RDWR, 0) as {
      file: { writeAt(b: Uint8Array, p: number): unknown; close(): unknown };
    };
    file.writeAt(Uint8Array.of(120), 0);
    file.close();
    return performance.now() - begun;
  });
  return {
    name: `copy-up of ${megabytes} MB`,
    value: median(times.sort((a, b) => a - b)),
    unit: 'ms',
    ...(native ? { against: native.copyUp[megabytes]! } : {}),
  };
}

function measureLookup(depth: number, native: Native | undefined): Measure {
  const empty = packTar([dir('usr'), dir('usr/lib')]);
  const full = packTar([
    dir('usr'),
    dir('usr/lib'),
    { ...plain('usr/lib/file'), contents: Uint8Array.of(120) },
  ]);
  const lowers = Array.from({ length: depth }, (_, i) => {
    const tar = i === depth - 1 ? full : empty;
    return openLayer(indexLayer(tar).index, () => openBlob({ kind: 'bytes', bytes: tar, size: tar.length }));
  });
  const tree = new FileTree(createOverlay({ lowers, upper: createMemoryFs() }) as never);
  const context = tree.superuser();
  const look = () => tree.find(context, '/usr/lib/file');
  // Once it is compiled.
  for (let i = 0; i < 10_000; i++) look();
  const begun = performance.now();
  for (let i = 0; i < 10_000; i++) look();
  return {
    name: `lookup through ${depth} layer${depth > 1 ? 's' : ''}`,
    value: ((performance.now() - begun) / 10_000) * 1000,
    unit: 'µs',
    ...(native ? { against: native.lookup[depth]! } : {}),
  };
}

function measureMount(native: Native | undefined): Measure {
  const entries: (TarHeader & { contents?: Uint8Array })[] = [];
  for (let i = 0; i < 100; i++) {
    entries.push(dir(String(i)));
    for (let j = 0; j < 100; j++) entries.push(plain(`${i}/${j}`));
  }
  const tar = packTar(entries);
  const { index } = indexLayer(tar);
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    const lower = openLayer(index, () => openBlob({ kind: 'bytes', bytes: tar, size: tar.length }));
    const tree = new FileTree(createOverlay({ lowers: [lower], upper: createMemoryFs() }) as never);
    tree.find(tree.superuser(), '/50/50');
    return performance.now() - begun;
  });
  return {
    name: 'mount of a layer of 10,000 files',
    value: median(times.sort((a, b) => a - b)),
    unit: 'ms',
    ...(native ? { against: native.mount } : {}),
  };
}

const plain = (name: string) => ({ name, type: 'file', mode: 0o644, uid: 0, gid: 0, mtime: 0n }) as const;
const dir = (name: string) => ({ name, type: 'directory', mode: 0o755, uid: 0, gid: 0, mtime: 0n }) as const;
