/**
 * The static Debian and Ubuntu repositories, as apt reads them: `<archive>/dists/<suite>/Release`,
 * `<component>/binary-amd64/Packages.gz` and `<archive>/pool/`.
 *
 * Nothing is signed, so there is neither InRelease nor Release.gpg: a key that is built from what everybody can read would
 * show nothing. The images' sources say `Trusted: yes`, as apt then wants it; what was fetched is still held
 * against the sums of its Release.
 *
 * @see Debian wiki, "RepositoryFormat"
 */
import { encode, gzipBytes, md5, sha256, toHex } from '../../../base/index.ts';
import type { StaticFile } from '../../layout.ts';
import { BUILT } from '../apk-index.ts';
import { bookworm } from './bookworm.ts';
import { buildDeb } from './deb-file.ts';
import { jammy } from './jammy.ts';
import { noble } from './noble.ts';
import { type DebPackage, debPackages } from './packages.ts';
import { trixie } from './trixie.ts';

interface Suite {
  readonly archive: string;
  /** As sources name it: `bookworm-updates`. */
  readonly suite: string;
  readonly codename: string;
  readonly origin: string;
  readonly label: string;
  /** What `apt-cache policy` calls `a=`. */
  readonly alias: string;
  readonly version: string;
  readonly components: readonly string[];
}

const MAIN = ['main'];
const UBUNTU = ['main', 'restricted', 'universe', 'multiverse'];

function debian(codename: string, version: string, alias: string): Suite[] {
  const common = { origin: 'Debian', components: MAIN };
  const [major = ''] = version.split('.');
  return [
    { ...common, archive: 'debian', suite: codename, codename, label: 'Debian', alias, version },
    ...[`${codename}-updates`].map((suite) => ({
      ...{ ...common, archive: 'debian', suite, codename: suite, label: 'Debian' },
      ...{ alias: `${alias}-updates`, version: `${major}-updates` },
    })),
    ...[`${codename}-security`].map((suite) => ({
      ...{ ...common, archive: 'debian-security', suite, codename: suite, label: 'Debian-Security' },
      ...{ alias: `${alias}-security`, version: major },
    })),
  ];
}

function ubuntu(codename: string, version: string): Suite[] {
  return ['', '-updates', '-backports', '-security'].map((end) => ({
    ...{ archive: 'ubuntu', suite: `${codename}${end}`, codename, origin: 'Ubuntu', label: 'Ubuntu' },
    ...{ alias: `${codename}${end}`, version, components: UBUNTU },
  }));
}

const releases: readonly (readonly [packages: string, suites: readonly Suite[]])[] = [
  [bookworm, debian('bookworm', '12.15', 'oldstable')],
  [trixie, debian('trixie', '13.8', 'stable')],
  [jammy, ubuntu('jammy', '22.04')],
  [noble, ubuntu('noble', '24.04')],
];

/** The files that serve the repositories, below `packages/`. */
export async function debianRepositories(): Promise<StaticFile[]> {
  // A package of all releases lies in the pool once.
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [text, suites] of releases) {
    const stanzas = new Map<string, string>();
    for (const one of debPackages(text)) {
      const { contents, record } = await buildDeb(one);
      const filename = poolPath(one);
      files.set(`${one.archive}/${filename}`, contents);
      const place = `${one.archive} ${one.suite} ${one.component}`;
      stanzas.set(place, (stanzas.get(place) ?? '') + stanzaOf(record, filename, contents));
    }
    for (const suite of suites) {
      for (const [path, contents] of await suiteFiles(suite, stanzas))
        files.set(`${suite.archive}/dists/${suite.suite}/${path}`, contents);
    }
  }
  return [...files].map(([path, contents]) => ({ path, contents }));
}

/** `pool/main/c/curl/curl_8.0-1_amd64.deb`: the epoch stays away. */
function poolPath({ archive, component, name, version, architecture, fields }: DebPackage): string {
  const source = (fields.get('Source') ?? name).replace(/ .*/, '');
  const letter = source.startsWith('lib') ? source.slice(0, 4) : source.slice(0, 1);
  const area = archive === 'debian-security' ? `updates/${component}` : component;
  return `pool/${area}/${letter}/${source}/${name}_${version.replace(/^\d+:/, '')}_${architecture}.deb`;
}

function stanzaOf(record: string, filename: string, contents: Uint8Array): string {
  const where = `Filename: ${filename}\nSize: ${contents.length}\nMD5sum: ${toHex(md5(contents))}\nSHA256: ${toHex(sha256(contents))}\n`;
  const [head = '', description = ''] = record.split(/^(?=Description:)/m);
  const sum = toHex(md5(encode(description.replace(/^Description: /, ''))));
  return `${head}${where}${description}Description-md5: ${sum}\n\n`;
}

async function suiteFiles(
  suite: Suite,
  stanzas: ReadonlyMap<string, string>,
): Promise<[string, Uint8Array<ArrayBuffer>][]> {
  const files: [string, Uint8Array<ArrayBuffer>][] = [];
  const sums: string[] = [];
  for (const component of suite.components) {
    const text = encode(stanzas.get(`${suite.archive} ${suite.suite} ${component}`) ?? '');
    const path = `${component}/binary-amd64/Packages`;
    const packed = await gzipBytes(text);
    for (const [name, contents] of [
      [path, text],
      [`${path}.gz`, packed],
    ] as const)
      sums.push(` ${toHex(sha256(contents))} ${String(contents.length).padStart(8)} ${name}`);
    // Once more, since a static host may take one compression off: see `siteFetch`.
    files.push([`${path}.gz`, await gzipBytes(packed)]);
  }
  const release = `Origin: ${suite.origin}
Label: ${suite.label}
Suite: ${suite.alias}
Version: ${suite.version}
Codename: ${suite.codename}
Date: ${new Date(BUILT * 1000).toUTCString().replace('GMT', 'UTC')}
Architectures: amd64
Components: ${suite.components.join(' ')}
Description: ${suite.origin} ${suite.version} packages as Strata ships them
SHA256:
${sums.join('\n')}
`;
  return [['Release', encode(release)], ...files];
}
