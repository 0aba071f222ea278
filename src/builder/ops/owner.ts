/** Whom `--chown` and USER name, looked up in the image's own passwd and group files. */
import { StrataError } from '../../base/index.ts';
import type { FileSystem } from '../../vfs/index.ts';
import { type Owner, readText } from './tree.ts';

export const ROOT: Owner = { uid: 0, gid: 0 };

/**
 * The owner that a text like `1000`, `guest` or `guest:www-data` means.
 *
 * Names that are not in the files are root's, as BuildKit has it, also where there are no such files;
 * where there is no base at all, it is an error.
 */
export async function findOwner(fs: FileSystem | undefined, text: string): Promise<Owner> {
  // BuildKit's frontend knows root's ids by itself.
  if (/^root(:|$)/.test(text)) return findOwner(fs, text.replace('root', '0'));
  const colon = text.indexOf(':');
  const user = colon < 0 ? text : text.slice(0, colon);
  const group = colon < 0 ? '' : text.slice(colon + 1);
  const owner = await findUser(fs, user);
  if (group === 'root') return { ...owner, gid: 0 };
  return group ? { uid: owner.uid, gid: await findGroup(fs, group) } : owner;
}

async function findUser(fs: FileSystem | undefined, user: string): Promise<Owner> {
  if (user === '') return ROOT;
  if (isId(user)) return { uid: Number(user), gid: Number(user) };
  const fields = await entry(fs, '/etc/passwd', user);
  return fields ? { uid: Number(fields[2]) || 0, gid: Number(fields[3]) || 0 } : ROOT;
}

async function findGroup(fs: FileSystem | undefined, group: string): Promise<number> {
  if (isId(group)) return Number(group);
  const fields = await entry(fs, '/etc/group', group);
  return fields ? Number(fields[2]) || 0 : 0;
}

async function entry(fs: FileSystem | undefined, file: string, name: string): Promise<string[] | undefined> {
  // Without a base there is no file system at all; BuildKit's words for that are these.
  if (!fs) throw new StrataError('EUSER', 'invalid user index: -1');
  const text = await readText(fs, file);
  for (const line of (text ?? '').split('\n')) {
    const fields = line.split(':');
    if (fields[0] === name) return fields;
  }
  return undefined;
}

function isId(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) <= 0xffffffff;
}
