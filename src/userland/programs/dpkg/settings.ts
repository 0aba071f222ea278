/**
 * What is set for dpkg: /etc/dpkg/dpkg.cfg, /etc/dpkg/dpkg.cfg.d, and options of the command line.
 * @see dpkg(1), dpkg.cfg(5)
 */
import { bytesOfBinary, matchPattern, textOf } from '../../../posix/index.ts';
import { readSmallFile } from '../../files.ts';
import type { Io } from '../../io.ts';

export interface Settings {
  /** path-exclude and path-include, in order: the last that fits counts. */
  readonly paths: readonly { readonly include: boolean; readonly pattern: string }[];
  /** Names after --force-: `confold`, `depends`, … */
  readonly force: ReadonlySet<string>;
}

/** Options with no effect on what we do: syncing, paging, the log where it is anyway. */
const NO_EFFECT = /^(?:force-unsafe-io|no-debsig|no-pager|log[ =]\/var\/log\/dpkg\.log)$/;
export const FORCES: ReadonlySet<string> = new Set(
  'confold confnew confdef confmiss depends overwrite unsafe-io remove-essential conflicts'.split(' '),
);

export async function readSettings(io: Io): Promise<Settings> {
  const files = ['/etc/dpkg/dpkg.cfg'];
  for (const name of await namesIn(io, '/etc/dpkg/dpkg.cfg.d'))
    if (/^[A-Za-z0-9_-]+$/.test(name)) files.push(`/etc/dpkg/dpkg.cfg.d/${name}`);
  const paths: { include: boolean; pattern: string }[] = [];
  const force = new Set<string>();
  for (const file of files) {
    const binary = await readSmallFile(io.sys, file);
    if (binary === undefined || binary.startsWith('\x7f')) continue;
    for (const [at, line] of textOf(bytesOfBinary(binary)).split('\n').entries()) {
      const option = line.trim();
      if (option === '' || option.startsWith('#') || NO_EFFECT.test(option)) continue;
      const [, kind, pattern] = /^path-(exclude|include)[=\s]\s*(\S+)$/.exec(option) ?? [];
      const forced = /^force-([\w,-]+)$/.exec(option)?.[1]?.split(',');
      if (pattern !== undefined) paths.push({ include: kind === 'include', pattern });
      else if (forced?.every((one) => FORCES.has(one))) for (const one of forced) force.add(one);
      else {
        io.printError(`dpkg: error: configuration error: ${file}:${at + 1}: unknown option '${option}'\n`);
        io.quit(2);
      }
    }
  }
  return { paths, force };
}

export async function namesIn(io: Io, folder: string): Promise<string[]> {
  try {
    return (await io.sys.readdir(folder)).map(({ name }) => name).sort();
  } catch {
    return [];
  }
}

/** Whether a path of a package is left away. Folders stay on the way to what is included. */
export function isExcluded({ paths }: Settings, path: string, isFolder: boolean): boolean {
  let excluded = false;
  for (const { include, pattern } of paths) {
    if (matchPattern(pattern, path)) excluded = !include;
    else if (include && isFolder && excluded && `${/^[^*?[]*/.exec(pattern)![0]}`.startsWith(path))
      excluded = false;
  }
  return excluded;
}
