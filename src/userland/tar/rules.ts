/** What tar's options ask for. */
import { bytesOfBinary, compilePattern, textOf } from '../../posix/index.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';

export interface TarRules {
  readonly verbose: boolean;
  readonly toStdout: boolean;
  readonly keepOld: boolean;
  /** The present instead of the archive's times. */
  readonly touch: boolean;
  readonly sameOwner: boolean;
  readonly numericOwner: boolean;
  readonly samePermissions: boolean;
  readonly dereference: boolean;
  readonly recursive: boolean;
  readonly strip: number;
  readonly names: readonly string[];
  excludes(path: string): boolean;
}

export async function readRules(io: Io, options: Options): Promise<TarRules> {
  const names = [...options.operands];
  for (const path of options.values('T')) names.push(...(await readList(io, path)));
  const patterns = [...options.values('!exclude')];
  for (const path of options.values('X')) patterns.push(...(await readList(io, path)));
  const matchers = patterns.map((pattern) => compilePattern(pattern.replace(/\/+$/, '')));
  const strip = options.value('!strip') ?? '0';
  if (!/^\d+$/.test(strip)) io.die(`invalid number '${strip}'`);
  return {
    verbose: options.has('v'),
    toStdout: options.has('O'),
    keepOld: options.has('k'),
    touch: options.has('m'),
    sameOwner: !options.has('o'),
    numericOwner: options.has('!numeric'),
    samePermissions: !options.has('!nomode'),
    dereference: options.has('h'),
    recursive: !options.has('!flat'),
    strip: Number(strip),
    names,
    // A pattern fits a whole path or what any of its slashes begins.
    excludes: (path) =>
      matchers.some((matcher) => {
        const parts = path.replace(/\/+$/, '').split('/');
        return parts.some((_, i) => matcher.matches(parts.slice(i).join('/')));
      }),
  };
}

async function readList(io: Io, path: string): Promise<string[]> {
  const reader = await io
    .openInput(path)
    .catch((error: unknown) => io.dieErrno(`can't open '${path}'`, error));
  const text = await reader.rest();
  await reader.close();
  return textOf(bytesOfBinary(text)).split('\n').filter(Boolean);
}

/** Tells, once, that names lose what would lead out of the directory; answers the rest. */
export function createNameCutter(io: Io): (name: string) => string {
  let told = false;
  return (name) => {
    const prefix = /^(?:.*(?:^|\/)\.\.(?:\/|$))?\/*/.exec(name)![0];
    if (prefix === '') return name;
    if (!told) io.warn(`removing leading '${prefix}' from member names`);
    told = true;
    return name.slice(prefix.length);
  };
}
