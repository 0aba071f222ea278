/**
 * Files that were dropped onto the page, as a read-only folder: read where they lie, so that an archive
 * of any size costs no memory. They are there as long as the page is.
 */
import { bytesOf } from '../base/index.ts';
import { errnoOf, fail, isDir, O_ACCMODE, O_RDONLY, O_TRUNC, S_IFDIR, S_IFREG } from '../posix/index.ts';
import type { BlobHandle, BlobRef, OpenBlob } from '../store/index.ts';
import {
  type FileTree,
  nextDev,
  readonly,
  readonlyCalls,
  type Stat,
  type SyncFileSystem,
} from '../vfs/index.ts';

export interface DroppedFile {
  readonly name: string;
  readonly ref: BlobRef;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

const PLACE = '/media/dropped';

/** Mounts the folder. Answers what adds files to it, and answers their paths. */
export async function mountDropped(
  tree: FileTree,
  openBlob: OpenBlob,
  owner: number,
): Promise<(files: readonly DroppedFile[]) => string[]> {
  const dropped = createDroppedFiles(openBlob, owner);
  for (const path of ['/media', PLACE]) {
    try {
      await tree.mkdir(tree.superuser(0), path, 0o755);
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
  }
  await tree.mount(dropped.fs, PLACE, { source: 'strata', readonly: true, options: 'relatime' });
  return (files) => dropped.add(files).map((name) => `${PLACE}/${name}`);
}

interface DroppedFiles {
  readonly fs: SyncFileSystem;
  /** Adds files, in place of those with the same name; answers the names that they have here. */
  add(files: readonly DroppedFile[]): string[];
}

const ROOT = 1;
/** Linux's NAME_MAX. Bytes. */
const LONGEST_NAME = 255;

/** Files belong to `owner`. */
function createDroppedFiles(openBlob: OpenBlob, owner: number): DroppedFiles {
  const dev = nextDev();
  const byName = new Map<string, number>();
  const byIno = new Map<number, DroppedFile>();
  let last = ROOT;
  let changed = 0;
  const fileOf = (ino: number): DroppedFile => byIno.get(ino) ?? fail(ino === ROOT ? 'EISDIR' : 'ENOENT');
  const demandRoot = (ino: number): void => void (ino === ROOT || fail('ENOTDIR'));
  const statOf = (ino: number): Stat => {
    const file = ino === ROOT ? undefined : fileOf(ino);
    const time = BigInt(Math.floor(file?.modified ?? changed)) * 1_000_000n;
    const size = file?.ref.size ?? 4096;
    return {
      dev,
      ino,
      mode: file ? S_IFREG | 0o644 : S_IFDIR | 0o755,
      nlink: file ? 1 : 2,
      uid: owner,
      gid: owner,
      rdev: 0,
      size,
      blocks: Math.ceil(size / 4096) * 8,
      atime: time,
      mtime: time,
      ctime: time,
    };
  };
  const fs: SyncFileSystem = {
    type: 'strata',
    dev,
    root: ROOT,
    lookup(directory, name) {
      demandRoot(directory);
      return byName.get(name) ?? fail('ENOENT');
    },
    stat: statOf,
    readdir(directory) {
      demandRoot(directory);
      return [...byName].map(([name, ino]) => ({ name, ino, type: S_IFREG }));
    },
    readlink: () => fail('EINVAL'),
    open(ino, flags) {
      if (isDir(statOf(ino).mode)) fail('EISDIR');
      if ((flags & O_ACCMODE) !== O_RDONLY || flags & O_TRUNC) readonly();
      const { ref } = fileOf(ino);
      let handle: BlobHandle | undefined;
      return {
        stat: () => statOf(ino),
        readAt(buffer, position) {
          const length = Math.min(buffer.length, ref.size - position);
          if (length <= 0) return 0;
          handle ??= openBlob(ref);
          buffer.set(handle.readSync(position, length));
          return length;
        },
        writeAt: readonly,
        truncate: readonly,
        sync: () => {},
        close: () => {},
      };
    },
    getxattr: () => fail('ENODATA'),
    listxattr: () => [],
    statfs: () => ({ blockSize: 4096, blocks: 0, free: 0, files: byName.size, filesFree: 0 }),
    sync: () => {},
    ...readonlyCalls,
  };
  return {
    fs,
    add: (files) =>
      files.map((file) => {
        const name = fileName(file.name);
        last++;
        changed = Math.max(changed, file.modified);
        byName.set(name, last);
        byIno.set(last, file);
        return name;
      }),
  };
}

/** What a browser calls a file, as a name that a file can have. */
function fileName(given: string): string {
  let name = given.replace(/[/\0]/g, '_');
  while (bytesOf(name).length > LONGEST_NAME) name = name.slice(0, -1);
  return name === '' || name === '.' || name === '..' ? 'file' : name;
}
