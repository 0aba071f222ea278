/**
 * A build's context as a tar: a folder less what `.dockerignore` excludes, and what is sent beside it.
 *
 * As with buildx' file sync, owners become root, and files that cannot be read come empty.
 *
 * @see tonistiigi/fsutil, walker.go and send.go
 */
import { type ByteSource, TAR_END, tarHeader, tarPadding } from '../../base/index.ts';
import type { IgnoreMatcher } from '../../dockerfile/index.ts';
import type { Sys } from '../../kernel/index.ts';
import { failure } from '../failure.ts';
import { goErrno } from '../files.ts';
import { type PackOptions, packFolder, streamed, wholeSeconds } from '../tar/pack.ts';

export interface ContextOptions {
  readonly sys: Sys;
  /** The folder, as system calls take it; undefined for none. */
  readonly root: string | undefined;
  readonly matcher: IgnoreMatcher;
  /** Paths below the root that go in although they are excluded. */
  readonly always: ReadonlySet<string>;
  /** Files that are not in the folder. */
  readonly extra: readonly { readonly name: string; readonly contents: Uint8Array }[];
  /** Whole seconds, and no entry for the folder itself: as before BuildKit. */
  readonly classic?: boolean;
}

/** The archive; reading it fails with ECLI where the folder cannot be read. */
export function packContext(options: ContextOptions): ByteSource {
  return streamed(pack(options));
}

async function* pack(options: ContextOptions): AsyncGenerator<Uint8Array, void, void> {
  // dockerd knows an archive by its first header, if that is a plain one: no pax header before it.
  const now = BigInt(Math.floor(options.sys.now() / 1000)) * 1_000_000_000n;
  if (!options.classic) {
    yield tarHeader({ name: './', type: 'directory', mode: 0o755, uid: 0, gid: 0, mtime: now });
  }
  for (const { name, contents } of options.extra) {
    const header = { name, type: 'file' as const, mode: 0o644, uid: 0, gid: 0, mtime: 0n };
    yield tarHeader({ ...header, size: contents.length });
    yield contents;
    yield tarPadding(contents.length);
  }
  const { root } = options;
  if (root !== undefined) yield* packFolder(folderOf(options, root));
  yield TAR_END;
}

function folderOf({ sys, matcher, always, classic }: ContextOptions, root: string): PackOptions {
  return {
    sys,
    root,
    excludes: (path) => matcher.excludes(path) && !always.has(path),
    mayHold(path) {
      if (matcher.hasExceptions) return true;
      for (const wanted of always) if (wanted.startsWith(`${path}/`)) return true;
      return false;
    },
    describe: (name, stat, type) => {
      const mtime = classic ? wholeSeconds(stat.mtime) : stat.mtime;
      return { name, type, mode: stat.mode & 0o7777, uid: 0, gid: 0, mtime };
    },
    unreadable: () => {},
    unstatable: (path, errno) => failure(`error from sender: lstat ${path}: ${goErrno(errno)}`),
    unlistable: (path, errno) => failure(`error from sender: open ${path || root}: ${goErrno(errno)}`),
  };
}
