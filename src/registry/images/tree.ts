/**
 * Root file systems as data: lines of a small language, to the entries of a tar.
 *
 *     d MODE PATH                    directory
 *     l PATH TARGET                  symbolic link
 *     h PATH TARGET                  hard link
 *     f MODE PATH NAME               file with the contents named NAME
 *     p MODE PATH PROGRAM SIZE       executable of a built-in program
 *     s MODE PATH SIZE               stand-in: says what it stands for, and is padded
 *     a LINKTARGET DIR NAME…         symbolic links of many names in a directory
 */
import { encode, packTar, type TarHeader } from '../../base/index.ts';
import { programFile } from '../../kernel/index.ts';

export interface TreeSource {
  readonly lines: string;
  /** Contents of files by the names that the lines give them. */
  readonly contents: Readonly<Record<string, string>>;
  /** Group or owner other than root's, by path. */
  readonly owners?: Readonly<Record<string, { readonly uid: number; readonly gid: number }>>;
  /** Seconds since the epoch, of all entries. */
  readonly mtime: number;
}

type Entry = TarHeader & { readonly contents?: Uint8Array };

/** The tree as a tar, entries in the order of the lines. */
export function treeOf(source: TreeSource): Uint8Array {
  const entries: Entry[] = [];
  for (const line of source.lines.split('\n')) {
    const words = line.trim().split(/\s+/);
    if (words[0] && !words[0].startsWith('#')) entries.push(...entriesOf(words, source));
  }
  return packTar(entries);
}

/** A file in the place of one that Strata has no use for: its name, a sentence, zeros. */
function standIn(path: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  bytes.set(
    encode(
      `\x7fSTRATA\nstand-in: ${path}\nStrata's programs need no libraries; this file has the size of the real one.\n\0`,
    ).subarray(0, size),
  );
  return bytes;
}

function entriesOf(words: readonly string[], source: TreeSource): Entry[] {
  const [kind, first = '', second = '', third = '', fourth = ''] = words;
  const base = (path: string) => {
    const owner = source.owners?.[path] ?? { uid: 0, gid: 0 };
    return { name: path, ...owner, mtime: BigInt(source.mtime) * 1_000_000_000n };
  };
  const mode = Number.parseInt(first, 8);
  switch (kind) {
    case 'd':
      return [{ ...base(second), type: 'directory', mode }];
    case 'l':
      return [{ ...base(first), type: 'symlink', mode: 0o777, linkname: second }];
    case 'h':
      return [{ ...base(first), type: 'link', mode: 0o755, linkname: second }];
    case 'p':
      return [{ ...base(second), type: 'file', mode, contents: programFile(third, Number(fourth)) }];
    case 's':
      return [{ ...base(second), type: 'file', mode, contents: standIn(`/${second}`, Number(third)) }];
    case 'a':
      return words
        .slice(3)
        .map((name) => ({ ...base(`${second}/${name}`), type: 'symlink', mode: 0o777, linkname: first }));
    case 'f': {
      const text = source.contents[third];
      if (text === undefined) throw new RangeError(`tree: no contents called ${third}`);
      return [{ ...base(second), type: 'file', mode, contents: encode(text) }];
    }
    default:
      throw new RangeError(`tree: unknown line ${words.join(' ')}`);
  }
}
