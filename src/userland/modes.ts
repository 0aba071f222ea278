/** Permissions as text: `-rwxr-xr-x` for people, and the modes that chmod, mkdir -m and install take. */
import {
  isDir,
  S_IFBLK,
  S_IFCHR,
  S_IFDIR,
  S_IFIFO,
  S_IFLNK,
  S_IFMT,
  S_IFREG,
  S_IFSOCK,
  S_ISGID,
  S_ISUID,
  S_ISVTX,
} from '../posix/index.ts';

const TYPES = new Map([
  [S_IFREG, '-'],
  [S_IFDIR, 'd'],
  [S_IFLNK, 'l'],
  [S_IFCHR, 'c'],
  [S_IFBLK, 'b'],
  [S_IFIFO, 'p'],
  [S_IFSOCK, 's'],
]);

/** The ten characters that `ls -l` begins with. */
export function modeText(mode: number): string {
  const bit = (mask: number, letter: string) => (mode & mask ? letter : '-');
  const special = (execute: number, set: number, letter: string) =>
    mode & set ? (mode & execute ? letter : letter.toUpperCase()) : bit(execute, 'x');
  return (
    (TYPES.get(mode & S_IFMT) ?? '?') +
    bit(0o400, 'r') +
    bit(0o200, 'w') +
    special(0o100, S_ISUID, 's') +
    bit(0o40, 'r') +
    bit(0o20, 'w') +
    special(0o10, S_ISGID, 's') +
    bit(4, 'r') +
    bit(2, 'w') +
    special(1, S_ISVTX, 't')
  );
}

const WHO: Readonly<Record<string, number>> = { u: 0o4700, g: 0o2070, o: 0o007, a: 0o7777 };
const PERMISSIONS: Readonly<Record<string, number>> = { r: 0o444, w: 0o222, x: 0o111, s: 0o6000, t: 0o1000 };

/**
 * Applies an octal or symbolic mode (`u=rwx,go-w`) to a file's present one; undefined where it is malformed.
 *
 * @see POSIX.1-2024, XCU chmod, "Extended description"
 */
export function applyMode(text: string, current: number, umask: number): number | undefined {
  if (/^[0-7]{1,5}$/.test(text)) {
    const mode = Number.parseInt(text, 8);
    return mode > 0o7777 ? undefined : mode;
  }
  let mode = current & 0o7777;
  for (const clause of text.split(',')) {
    const found = /^([ugoa]*)((?:[-+=](?:[rwxXst]*|[ugo]))+)$/.exec(clause);
    if (!found) return undefined;
    for (const [, operator, permissions] of found[2]!.matchAll(/([-+=])([rwxXst]*|[ugo])(?=[-+=]|$)/g)) {
      mode = applyAction(mode, found[1]!, operator!, permissions!, isDir(current), umask);
    }
  }
  return mode;
}

function applyAction(
  mode: number,
  who: string,
  operator: string,
  permissions: string,
  directory: boolean,
  umask: number,
): number {
  const affected = who === '' ? 0o7777 & ~umask : [...who].reduce((mask, letter) => mask | WHO[letter]!, 0);
  let bits = 0;
  for (const letter of permissions) {
    if (letter === 'X') bits |= directory || mode & 0o111 ? 0o111 : 0;
    else if ('ugo'.includes(letter)) {
      const copied = (mode >> (letter === 'u' ? 6 : letter === 'g' ? 3 : 0)) & 7;
      bits |= copied * 0o111;
    } else bits |= PERMISSIONS[letter]!;
  }
  bits &= affected;
  if (operator === '+') return mode | bits;
  if (operator === '-') return mode & ~bits;
  return (mode & ~(affected & (directory ? 0o1777 : 0o7777))) | bits;
}
