/** What is recorded of a Debian-like system (scripts/record-debian.mjs): facts, no contents. */

export interface DebianFacts {
  /** Lines of /etc/passwd and /etc/group. */
  readonly passwd: string;
  readonly group: string;
  /**
   * A line a package: name, version, KB installed, section, priority, architecture, essential, whether
   * it goes beside its like of another architecture; then what it needs and what it is.
   */
  readonly packages: string;
  /** A line a package that has any: its name, then the fields of RELATIONS, between semicolons. */
  readonly relations: string;
  /** Lines of `tree.ts`, with real sizes. */
  readonly tree: string;
  /** What only the large images have: manuals, translations. */
  readonly large: string;
  /** `PATH=UID:GID`, where it is not root's. */
  readonly owners: string;
}

/** The package database that dpkg keeps. */
export function dpkgStatus({ packages, relations }: DebianFacts, maintainer: string): string {
  const known = new Map(rowsOf(relations).map((row) => [row.split(';')[0]!, row.split(';').slice(1)]));
  return rowsOf(packages)
    .map((row) => recordOf(row, maintainer, known))
    .join('');
}

/** What `relations` has of a package, in this order. */
const RELATIONS = ['Provides', 'Recommends', 'Suggests', 'Conflicts', 'Breaks', 'Replaces'];

function recordOf(
  row: string,
  maintainer: string,
  relations: ReadonlyMap<string, readonly string[]>,
): string {
  // What it needs may have bars in it: alternatives.
  const [head = '', preDepends = '', ...rest] = row.split(/(?<! )\|(?! )/);
  const synopsis = rest.at(-1) ?? '';
  const depends = rest.slice(0, -1).join('|');
  const [name, version, size, section, priority, architecture, essential, multiArch] = head.split(' ');
  const fields: [string, string | undefined][] = [
    ['Package', name],
    ['Essential', essential === 'yes' ? 'yes' : undefined],
    ['Status', 'install ok installed'],
    ['Priority', priority],
    ['Section', section],
    ['Installed-Size', size],
    ['Maintainer', maintainer],
    ['Architecture', architecture],
    ['Multi-Arch', multiArch],
    ['Version', version],
    ['Depends', depends],
    ['Pre-Depends', preDepends],
    ...RELATIONS.map((field, i): [string, string | undefined] => [field, relations.get(name ?? '')?.[i]]),
    ['Description', synopsis],
  ];
  return `${fields
    .filter(([, value]) => value)
    .map(([field, value]) => `${field}: ${value}\n`)
    .join('')}\n`;
}

export function rowsOf(text: string): string[] {
  return text.trim().split('\n');
}

/** As `treeOf` takes them. */
export function ownersOf({ owners }: DebianFacts): Record<string, { uid: number; gid: number }> {
  const known: Record<string, { uid: number; gid: number }> = {
    'etc/shadow': { uid: 0, gid: 42 },
    'etc/gshadow': { uid: 0, gid: 42 },
  };
  for (const row of rowsOf(owners)) {
    const [path = '', uid, gid] = row.split(/[=:]/);
    if (path) known[path] = { uid: Number(uid), gid: Number(gid) };
  }
  return known;
}
