/**
 * Debian's and Ubuntu's packages as recorded (scripts/record-deb-packages.mjs): a block a package, of lines
 *
 *     @ ARCHIVE SUITE[/COMPONENT]      where it lies
 *     Field: value                     of its record
 *     ! conffile PATH, ! trigger LINE  of dpkg's control files
 *     > LINE                           of its tree, as images/tree.ts reads them
 */

export interface DebPackage {
  /** `debian`, `debian-security`, `ubuntu`: the folder below the host. */
  readonly archive: string;
  readonly suite: string;
  readonly component: string;
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly conffiles: readonly string[];
  readonly triggers: readonly string[];
  readonly tree: string;
}

export function debPackages(text: string): DebPackage[] {
  return text
    .trim()
    .split('\n\n')
    .map((block) => packageOf(block.split('\n')));
}

function packageOf(lines: readonly string[]): DebPackage {
  const fields = new Map<string, string>();
  const after = (mark: string) =>
    lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length));
  for (const line of lines) {
    const [, name, value] = /^([A-Z][\w-]*): (.*)$/.exec(line) ?? [];
    if (name !== undefined) fields.set(name, value!);
  }
  const [archive = '', place = ''] = after('@ ')[0]!.split(' ');
  const [suite = '', component = 'main'] = place.split('/');
  return {
    ...{ archive, suite, component, fields },
    name: fields.get('Package')!,
    version: fields.get('Version')!,
    architecture: fields.get('Architecture')!,
    conffiles: after('! conffile '),
    triggers: after('! trigger '),
    // Folders of many files are told as one, of each package.
    tree: after('> ')
      .join('\n')
      .replaceAll('strata-stand-in=', `strata-${fields.get('Package')}=`),
  };
}
