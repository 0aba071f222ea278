/**
 * Root file systems as data: lines of a small language, to the entries of a tar.
 *
 *     d MODE PATH                      directory
 *     l PATH TARGET                    symbolic link
 *     h PATH TARGET                    hard link
 *     f MODE PATH NAME                 file with the contents named NAME
 *     p MODE PATH PROGRAM SIZE         executable of a built-in program
 *     s MODE PATH SIZE                 stand-in: says what it stands for, and is padded
 *     a LINKTARGET DIR NAME…           symbolic links of many names in a directory
 *     D MODE PATH…                     directories
 *     L DIR NAME=TARGET…               symbolic links
 *     P MODE DIR PROGRAM NAME=SIZE…    executables; PROGRAM is `=` where each is a program of its own name
 *     S MODE DIR NAME=SIZE…            stand-ins
 */
import { encode, packTar, type TarHeader } from '../../base/index.ts';
import { programFile, standInFile } from '../../kernel/index.ts';

export interface TreeSource {
  readonly lines: string;
  /** Contents of files by the names that the lines give them. */
  readonly contents: Readonly<Record<string, string>>;
  /** Group or owner other than root's, by path. */
  readonly owners?: Readonly<Record<string, { readonly uid: number; readonly gid: number }>>;
  /** Seconds since the epoch, of all entries. */
  readonly mtime: number;
  /** How large a file is made that Strata does not run or read; as large as the real one where absent. */
  readonly shrink?: (size: number) => number;
  /** The version of the package that it is, as its maintainers number it: what its programs call theirs. */
  readonly version?: string;
}

type Entry = TarHeader & { readonly contents?: Uint8Array };

/** The tree as a tar, entries in the order of the lines. */
export function treeOf(source: TreeSource): Uint8Array {
  const entries: Entry[] = [];
  for (const line of source.lines.split('\n')) {
    const words = line.trim().split(/\s+/);
    if (words[0] && !words[0].startsWith('#')) entries.push(...entriesOf(words, source));
  }
  checkPaths(entries);
  return packTar(entries);
}

/**
 * Each path once, behind its folder: one that is made on the way has the time of the build, and the
 * image would be another each time.
 */
function checkPaths(entries: readonly Entry[]): void {
  const known = new Set(['']);
  const paths = new Set<string>();
  for (const { name, type } of entries) {
    const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')));
    if (paths.has(name)) throw new RangeError(`tree: ${name} twice`);
    paths.add(name);
    if (!known.has(folder)) throw new RangeError(`tree: ${name} comes before its folder`);
    if (type === 'directory') known.add(name);
  }
}

function entriesOf(words: readonly string[], source: TreeSource): Entry[] {
  const [kind, first = '', second = '', third = '', fourth = ''] = words;
  const shrunk = (size: string): number => source.shrink?.(Number(size)) ?? Number(size);
  const base = (path: string) => {
    const owner = source.owners?.[path] ?? { uid: 0, gid: 0 };
    return { name: path, ...owner, mtime: BigInt(source.mtime) * 1_000_000_000n };
  };
  const directory = (path: string): Entry => ({ ...base(path), type: 'directory', mode });
  const link = (path: string, linkname: string): Entry => ({
    ...base(path),
    type: 'symlink',
    mode: 0o777,
    linkname,
  });
  const file = (path: string, contents: Uint8Array): Entry => ({
    ...base(path),
    type: 'file',
    mode,
    contents,
  });
  const mode = Number.parseInt(first, 8);
  // Without epoch and what follows the numbers: `20.19.2` of `20.19.2+dfsg-1+deb13u3`.
  const own = source.version && /^(?:\d+:)?(\d[\d.]*)/.exec(source.version)?.[1];
  switch (kind) {
    case 'd':
      return [directory(second)];
    case 'l':
      return [link(first, second)];
    case 'h':
      return [{ ...base(first), type: 'link', mode: 0o755, linkname: second }];
    case 'p':
      return [file(second, programFile(third, Number(fourth), own))];
    case 's':
      return [file(second, standInFile(`/${second}`, Number(third)))];
    case 'a':
      return words.slice(3).map((name) => link(`${second}/${name}`, first));
    case 'f': {
      const text = source.contents[third];
      if (text === undefined) throw new RangeError(`tree: no contents called ${third}`);
      return [file(second, encode(text))];
    }
    case 'D':
      return words.slice(2).map(directory);
    case 'L':
      return pairs(words.slice(2)).map(([name, target]) => link(within(first, name), target));
    case 'P':
      return pairs(words.slice(4)).map(([name, size]) =>
        file(
          within(second, name),
          third === '=' ? programFile(name, shrunk(size), own) : programFile(third, Number(size), own),
        ),
      );
    case 'S':
      return pairs(words.slice(3)).map(([name, size]) => {
        const path = within(second, name);
        return file(path, standInFile(`/${path}`, shrunk(size)));
      });
    default:
      throw new RangeError(`tree: unknown line ${words.join(' ')}`);
  }
}

function pairs(words: readonly string[]): [string, string][] {
  return words.map((word) => {
    const at = word.lastIndexOf('=');
    return [word.slice(0, at), word.slice(at + 1)];
  });
}

function within(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}
