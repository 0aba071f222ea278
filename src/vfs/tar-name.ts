/** Names in archives, which are written by strangers. */
import { StrataError } from '../base/index.ts';

/**
 * The components of an entry's name, cleaned as Go's filepath.Clean does; none for the root.
 *
 * @throws StrataError `ETAR` where the name leads out of the archive
 */
export function cleanTarName(name: string): string[] {
  if (name.includes('\0')) throw new StrataError('ETAR', 'archive/tar: invalid name');
  const names: string[] = [];
  for (const part of name.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') names.push(part);
    else if (names.pop() === undefined) {
      throw new StrataError('ETAR', `"${name}" is outside of the archive`);
    }
  }
  return names;
}
