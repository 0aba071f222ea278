/**
 * Package records as APKINDEX and the installed database hold them: `X:value` lines, a blank line between.
 * @see apk-index(5), apk-installed(5)
 */

export interface Package {
  readonly name: string;
  readonly version: string;
  readonly arch: string;
  readonly description: string;
  readonly url: string;
  readonly license: string;
  readonly origin: string;
  /** Bytes of the package file, and installed. */
  readonly size: number;
  readonly installedSize: number;
  readonly depends: readonly string[];
  /** `name=version` or `name`. */
  readonly provides: readonly string[];
  readonly installIf: readonly string[];
  readonly checksum: string;
  /** The record's lines; of an installed one with its files (F, R, a, Z). */
  readonly lines: readonly string[];
}

export function parseRecords(text: string): Package[] {
  return text
    .split('\n\n')
    .map((block) => block.split('\n').filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
    .map(parseRecord)
    .filter((record) => record.name !== '');
}

function parseRecord(lines: readonly string[]): Package {
  const fields = new Map<string, string>();
  // A package's own fields stand before its files.
  for (const line of lines) if (line[1] === ':' && !fields.has(line[0]!)) fields.set(line[0]!, line.slice(2));
  const field = (letter: string) => fields.get(letter) ?? '';
  const list = (letter: string) => field(letter).split(' ').filter(Boolean);
  return {
    name: field('P'),
    version: field('V'),
    arch: field('A'),
    description: field('T'),
    url: field('U'),
    license: field('L'),
    origin: field('o') || field('P'),
    size: Number(field('S')) || 0,
    installedSize: Number(field('I')) || 0,
    depends: list('D'),
    provides: list('p'),
    installIf: list('i'),
    checksum: field('C'),
    lines,
  };
}

export const fullName = ({ name, version }: Package): string => `${name}-${version}`;

/** Paths of an installed package's files, without leading slash. */
export function* filesOf({ lines }: Package): Generator<string> {
  let directory = '';
  for (const line of lines) {
    if (line.startsWith('F:')) directory = line.slice(2);
    else if (line.startsWith('R:')) yield directory === '' ? line.slice(2) : `${directory}/${line.slice(2)}`;
  }
}
