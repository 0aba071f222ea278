/**
 * Versions of Alpine's packages: `1.2.3b_rc1-r4`, compared part by part.
 * @see apk-package(5), "Package metadata", and Gentoo's package versions, from which they come
 */

const SUFFIXES = ['alpha', 'beta', 'pre', 'rc', '', 'cvs', 'svn', 'git', 'hg', 'p'];

interface Version {
  readonly numbers: readonly string[];
  readonly letter: string;
  readonly suffixes: readonly (readonly [rank: number, value: number])[];
  readonly revision: number;
}

function parse(text: string): Version | undefined {
  const found = /^(\d+(?:\.\d+)*)([a-z]?)((?:_[a-z]+\d*)*)(?:~[0-9a-f]+)?(?:-r(\d+))?$/.exec(text);
  if (!found) return undefined;
  const suffixes = [...found[3]!.matchAll(/_([a-z]+)(\d*)/g)].map(
    ([, name, value]) => [SUFFIXES.indexOf(name!), Number(value || 0)] as const,
  );
  return { numbers: found[1]!.split('.'), letter: found[2]!, suffixes, revision: Number(found[4] ?? 0) };
}

/** Negative, zero or positive, as sort wants it; what is no version is older than what is one. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  if (!left || !right)
    return Number(left !== undefined) - Number(right !== undefined) || (a < b ? -1 : a > b ? 1 : 0);
  for (let i = 0; i < Math.max(left.numbers.length, right.numbers.length); i++) {
    const [x, y] = [left.numbers[i], right.numbers[i]];
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    // Behind the first dot a leading zero makes it a fraction.
    const order =
      i > 0 && (x.startsWith('0') || y.startsWith('0'))
        ? x < y
          ? -1
          : x > y
            ? 1
            : 0
        : Number(x) - Number(y);
    if (order !== 0) return order;
  }
  if (left.letter !== right.letter) return left.letter < right.letter ? -1 : 1;
  const none = [SUFFIXES.indexOf(''), 0] as const;
  for (let i = 0; i < Math.max(left.suffixes.length, right.suffixes.length); i++) {
    const [x, y] = [left.suffixes[i] ?? none, right.suffixes[i] ?? none];
    if (x[0] !== y[0]) return x[0] - y[0];
    if (x[1] !== y[1]) return x[1] - y[1];
  }
  return left.revision - right.revision;
}

/** A dependency: `name`, `name>=1.2`, `name~1.2`, `!name`. */
export interface Dependency {
  readonly name: string;
  readonly operator: string;
  readonly version: string;
  readonly conflict: boolean;
}

export function parseDependency(text: string): Dependency {
  const found = /^(!?)([^<>=~@]+)([<>=~]*)([^@]*)/.exec(text);
  return {
    conflict: found?.[1] === '!',
    name: found?.[2] ?? text,
    operator: found?.[3] ?? '',
    version: found?.[4] ?? '',
  };
}

export function satisfies(version: string, { operator, version: wanted }: Dependency): boolean {
  if (operator === '') return true;
  if (operator.includes('~'))
    return (
      version === wanted ||
      version.startsWith(`${wanted}.`) ||
      version.startsWith(`${wanted}-`) ||
      version.startsWith(`${wanted}_`)
    );
  const order = compareVersions(version, wanted);
  return (
    (operator.includes('<') && order < 0) ||
    (operator.includes('=') && order === 0) ||
    (operator.includes('>') && order > 0)
  );
}
