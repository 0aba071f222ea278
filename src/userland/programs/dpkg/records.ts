/**
 * Records of fields, as control files, indexes and the database have them.
 * @see deb822(5)
 */

/** Fields by name, with what follows on further lines behind newlines. */
export type Fields = Map<string, string>;

export function parseRecords(text: string): Fields[] {
  const records: Fields[] = [];
  for (const block of text.split(/\n[ \t]*\n/)) {
    const fields = parseRecord(block);
    if (fields.size > 0) records.push(fields);
  }
  return records;
}

export function parseRecord(text: string): Fields {
  const fields: Fields = new Map();
  let last: string | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) continue;
    if (/^[ \t]/.test(line)) {
      if (last !== undefined) fields.set(last, `${fields.get(last)}\n${line}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    last = line.slice(0, colon);
    fields.set(last, line.slice(colon + 1).trim());
  }
  return fields;
}

export function recordText(fields: Fields): string {
  return [...fields]
    .map(([name, value]) => `${name}:${value.startsWith('\n') || value === '' ? '' : ' '}${value}\n`)
    .join('');
}

/** The order in which dpkg writes fields into its database; others come behind. */
const ORDER =
  `Package Essential Protected Status Priority Section Installed-Size Origin Maintainer Bugs Architecture
  Multi-Arch Source Version Config-Version Replaces Provides Depends Pre-Depends Recommends Suggests Breaks Conflicts
  Enhances Conffiles Filename Size MD5sum Description Triggers-Pending Triggers-Awaited`.split(/\s+/);

export function inDatabaseOrder(fields: Fields): Fields {
  const known = ORDER.filter((name) => fields.has(name)).map((name) => [name, fields.get(name)!] as const);
  return new Map([...known, ...[...fields].filter(([name]) => !ORDER.includes(name))]);
}
