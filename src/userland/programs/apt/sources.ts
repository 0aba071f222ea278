/**
 * Where packages come from: /etc/apt/sources.list and sources.list.d, in both forms.
 * @see sources.list(5)
 */
import { bytesOfBinary, textOf } from '../../../posix/index.ts';
import { readSmallFile } from '../../files.ts';
import type { Io } from '../../io.ts';
import { parseRecords } from '../dpkg/records.ts';
import { namesIn } from '../dpkg/settings.ts';

export interface Source {
  /** Without a slash at its end. */
  readonly uri: string;
  readonly suite: string;
  readonly components: readonly string[];
  readonly trusted: boolean;
}

const FOLDER = '/etc/apt/sources.list.d';

/** Thrown for what cannot be read as sources: an error of apt's. */
export class SourcesError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** @throws SourcesError */
export async function readSources(io: Io): Promise<Source[]> {
  const found: Source[] = [];
  const names = (await namesIn(io, FOLDER)).filter((name) => /^[\w.-]+\.(?:list|sources)$/.test(name));
  for (const file of ['/etc/apt/sources.list', ...names.map((name) => `${FOLDER}/${name}`)]) {
    const binary = await readSmallFile(io.sys, file);
    if (binary === undefined) continue;
    const text = textOf(bytesOfBinary(binary));
    found.push(...(file.endsWith('.sources') ? recordSources(text, file) : lineSources(text, file)));
  }
  // The same place named twice is fetched once.
  const merged = new Map<string, Source>();
  for (const source of found) {
    const key = `${source.uri} ${source.suite}`;
    const before = merged.get(key);
    const components = [...new Set([...(before?.components ?? []), ...source.components])];
    merged.set(key, { ...source, components, trusted: source.trusted || (before?.trusted ?? false) });
  }
  return [...merged.values()];
}

function lineSources(text: string, file: string): Source[] {
  const found: Source[] = [];
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.replace(/#.*/, '').trim();
    if (line === '') continue;
    const [, type, options = '', rest = ''] = /^(\S+)\s+(?:\[([^\]]*)\]\s+)?(.*)$/.exec(line) ?? [];
    if (type === 'deb-src') continue;
    const [uri = '', suite, ...components] = rest.split(/\s+/);
    if (type !== 'deb')
      throw new SourcesError(`Type '${type ?? line}' is not known on line ${at + 1} in source list ${file}`);
    if (!suite) throw new SourcesError(`Malformed entry ${at + 1} in list file ${file} (Suite)`);
    const trusted = /(?:^|\s)trusted=(?:yes|true|1)(?:\s|$)/i.test(options);
    found.push(checked({ uri, suite, components, trusted }, `entry ${at + 1} in list file ${file}`));
  }
  return found;
}

function recordSources(text: string, file: string): Source[] {
  const found: Source[] = [];
  for (const fields of parseRecords(text)) {
    const words = (name: string) => (fields.get(name) ?? '').split(/\s+/).filter(Boolean);
    if (/^(?:no|false|0)$/i.test(fields.get('Enabled') ?? '')) continue;
    if (!words('Types').includes('deb')) continue;
    const trusted = /^(?:yes|true|1)$/i.test(fields.get('Trusted') ?? '');
    if (words('URIs').length === 0)
      throw new SourcesError(`Malformed stanza 1 in source list ${file} (URI parse)`);
    for (const uri of words('URIs'))
      for (const suite of words('Suites'))
        found.push(checked({ uri, suite, components: words('Components'), trusted }, `source list ${file}`));
  }
  return found;
}

function checked(source: Source, where: string): Source {
  const scheme = /^([\w+-]+):/.exec(source.uri)?.[1];
  if (scheme === undefined) throw new SourcesError(`Malformed ${where} (URI parse)`);
  if (scheme !== 'http' && scheme !== 'https')
    throw new SourcesError(`${where}: sources by ${scheme}: not supported by Strata yet`);
  if (source.suite.endsWith('/'))
    throw new SourcesError(`${where}: flat repositories: not supported by Strata yet`);
  if (source.components.length === 0) throw new SourcesError(`Malformed ${where} (Component)`);
  return { ...source, uri: source.uri.replace(/\/+$/, '') };
}

/** Name below /var/lib/apt/lists of a file of a source: slashes become `_`. */
export function listName({ uri, suite }: Source, path: string): string {
  const text = `${uri.replace(/^\w+:\/\//, '')}/dists/${suite}/${path}`;
  return text
    .replace(/[\\|{}[\]<>"^~_=!@#$%&*+]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
    .replaceAll('/', '_');
}
