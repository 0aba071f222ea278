/**
 * Options of a tmpfs as `--tmpfs`, `--mount` and a volume give them: `size=64m,mode=700,exec`.
 *
 * @see moby/sys mount.MergeTmpfsOptions; Linux mm/shmem.c (shmem_parse_one)
 */
import { MEMORY, type TmpfsOptions } from '../vfs/index.ts';
import { failure, invalid } from './failure.ts';

export interface TmpfsMount {
  readonly options: TmpfsOptions;
  /** `nosuid,nodev,noexec,relatime`, as /proc/mounts has them. */
  readonly flags: string;
  readonly readonly: boolean;
}

/** What Docker mounts a tmpfs with that nobody says anything of. */
const DOCKER = ['noexec', 'nosuid', 'nodev'];

/** Words that are flags of a mount, and those that take them back. */
const OPPOSITES: Readonly<Record<string, string>> = {
  ro: 'rw',
  nosuid: 'suid',
  nodev: 'dev',
  noexec: 'exec',
  noatime: 'atime',
  nodiratime: 'diratime',
  relatime: 'norelatime',
  strictatime: 'nostrictatime',
  sync: 'async',
  mand: 'nomand',
  remount: '',
  defaults: '',
};
const FLAGS = new Set(Object.entries(OPPOSITES).flat().filter(Boolean));
const DATA = ['size', 'mode', 'uid', 'gid', 'nr_inodes', 'nr_blocks', 'mpol'];

/** @throws dockerd's words for what is no option */
export function dockerTmpfs(target: string, text: string): TmpfsMount {
  const words = text === '' ? [] : text.split(',');
  for (const word of words) {
    const name = word.split('=')[0]!;
    if (!FLAGS.has(name) && !DATA.includes(name)) {
      throw invalid(`invalid tmpfs option ${JSON.stringify(word)}`);
    }
  }
  return mountOf([...DOCKER, ...words], (flags, data) => cannotMount(target, flags, data));
}

/** A tmpfs that a volume stands for. @throws where the kernel would not mount it */
export function volumeTmpfs(text: string, fail: () => Error): TmpfsMount {
  return mountOf(text === '' ? [] : text.split(','), fail);
}

function mountOf(words: readonly string[], fail: (flags: string, data: string) => Error): TmpfsMount {
  const flags = new Set<string>();
  const data = new Map<string, string>();
  for (const word of words) {
    const [name = '', value = ''] = word.split('=');
    if (!FLAGS.has(name)) data.set(name, value);
    else if (Object.hasOwn(OPPOSITES, name)) flags.add(name);
    else for (const [set, unset] of Object.entries(OPPOSITES)) if (unset === name) flags.delete(set);
  }
  const shown = ['nosuid', 'nodev', 'noexec'].filter((flag) => flags.has(flag));
  const bad = (): never => {
    const text = [...data].map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join(',');
    throw fail(shown.map((flag) => `MS_${flag.toUpperCase()}`).join('|'), text);
  };
  const options: { -readonly [name in keyof TmpfsOptions]: number } = {};
  for (const [name, value] of data) {
    if (name === 'size') options.size = sizeOf(value) ?? bad();
    else if (name === 'nr_blocks') options.size = (sizeOf(value) ?? bad()) * 4096;
    else if (name === 'nr_inodes') options.inodes = sizeOf(value) ?? bad();
    else if (name === 'mode' && /^[0-7]+$/.test(value)) options.mode = Number.parseInt(value, 8) & 0o7777;
    else if ((name === 'uid' || name === 'gid') && /^\d{1,9}$/.test(value)) options[name] = Number(value);
    else bad();
  }
  const times = flags.has('noatime') ? 'noatime' : flags.has('strictatime') ? '' : 'relatime';
  return { options, flags: [...shown, times].filter(Boolean).join(','), readonly: flags.has('ro') };
}

/** As memparse() of the kernel reads it; a share of memory with `%`. */
function sizeOf(text: string): number | undefined {
  const share = /^(\d+)%$/.exec(text);
  if (share) return Math.floor((MEMORY * Number(share[1])) / 100);
  const match = /^(\d+)([kmgt]?)$/i.exec(text);
  if (!match) return undefined;
  return Number(match[1]) * 1024 ** ['', 'k', 'm', 'g', 't'].indexOf(match[2]!.toLowerCase());
}

/** runc's words, which come when a container starts. */
function cannotMount(target: string, flags: string, data: string): Error {
  const how = `mount src=tmpfs, dst=${target}, flags=${flags}, data=${data}: invalid argument`;
  return failure(
    'ESYSTEM',
    `failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "tmpfs" to rootfs at ${JSON.stringify(target)}: ${how}`,
  );
}
