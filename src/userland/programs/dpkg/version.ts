/**
 * Versions of Debian packages: `[epoch:]upstream[-revision]`, and what relations say of them.
 * @see deb-version(7), Debian Policy 5.6.12 and 7.1
 */

/** As deb-version(7): `~` before the end, that before letters, these before all else. */
function order(character: string | undefined): number {
  if (character === undefined || /\d/.test(character)) return 0;
  if (character === '~') return -1;
  return /[A-Za-z]/.test(character) ? character.charCodeAt(0) : character.charCodeAt(0) + 256;
}

function compareParts(a: string, b: string): number {
  let i = 0;
  let j = 0;
  const isDigit = (character: string | undefined) => character !== undefined && /\d/.test(character);
  while (i < a.length || j < b.length) {
    while ((i < a.length && !isDigit(a[i])) || (j < b.length && !isDigit(b[j]))) {
      const difference = order(a[i]) - order(b[j]);
      if (difference !== 0) return difference;
      i++;
      j++;
    }
    const left = /^\d*/.exec(a.slice(i))![0];
    const right = /^\d*/.exec(b.slice(j))![0];
    i += left.length;
    j += right.length;
    const [x, y] = [left.replace(/^0+/, ''), right.replace(/^0+/, '')];
    if (x.length !== y.length) return x.length - y.length;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

function split(version: string): [epoch: number, upstream: string, revision: string] {
  const colon = version.indexOf(':');
  const rest = version.slice(colon + 1);
  const dash = rest.lastIndexOf('-');
  return [
    colon < 0 ? 0 : Number(version.slice(0, colon)) || 0,
    dash < 0 ? rest : rest.slice(0, dash),
    dash < 0 ? '' : rest.slice(dash + 1),
  ];
}

/** Negative, zero or positive, as sort wants it. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [split(a), split(b)];
  return left[0] - right[0] || compareParts(left[1], right[1]) || compareParts(left[2], right[2]);
}

/** `<<`, `<=`, `=`, `>=`, `>>`; the old `<` and `>` mean `<=` and `>=`. */
export function holds(version: string, operator: string, wanted: string): boolean {
  const difference = compareVersions(version, wanted);
  switch (operator) {
    case '<<':
      return difference < 0;
    case '<=':
    case '<':
      return difference <= 0;
    case '=':
      return difference === 0;
    case '>=':
    case '>':
      return difference >= 0;
    case '>>':
      return difference > 0;
    default:
      return true;
  }
}

/** One possibility of a relation: `name:any (>= 1.2)`. */
export interface Possibility {
  readonly name: string;
  /** `any`, an architecture, or empty. */
  readonly qualifier: string;
  readonly operator: string;
  readonly version: string;
}

/** A field such as Depends: groups of possibilities, any of which is enough. */
export function parseRelations(text: string | undefined): Possibility[][] {
  return (text ?? '')
    .split(',')
    .map((group) => group.split('|').map((one) => one.trim()))
    .filter(([first]) => first)
    .map((group) => group.map(parsePossibility));
}

function parsePossibility(text: string): Possibility {
  const found = /^([^\s:([]+)(?::(\S+?))?\s*(?:\(\s*([<>=]+)\s*([^)\s]+)\s*\))?/.exec(text);
  return {
    name: found?.[1] ?? text,
    qualifier: found?.[2] ?? '',
    operator: found?.[3] ?? '',
    version: found?.[4] ?? '',
  };
}

/** As dpkg writes it in messages. */
export function possibilityText({ name, qualifier, operator, version }: Possibility): string {
  return `${name}${qualifier ? `:${qualifier}` : ''}${operator ? ` (${operator} ${version})` : ''}`;
}
