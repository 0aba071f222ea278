/**
 * Records packages of Debian's and Ubuntu's archives as facts for the static repository: their records, the names,
 * modes and sizes of their files, and which of dpkg's control files they have. Contents are not taken.
 *
 *     node scripts/record-deb-packages.mjs bookworm > src/registry/packages/debian/bookworm.ts
 *
 * What is chosen, and what it depends on or recommends, is followed as far as the shipped image has not got it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { quoted, wrapped } from './tree-lines.mjs';

const CACHE = '/tmp/strata-deb-packages';
const [codename] = process.argv.slice(2);

/** Suites by codename: what it is called in our repository, the archive's address, its component. */
const debian = (name) => [
  ['debian', name, 'http://deb.debian.org/debian', 'main'],
  ['debian', `${name}-updates`, 'http://deb.debian.org/debian', 'main'],
  ['debian-security', `${name}-security`, 'http://deb.debian.org/debian-security', 'main'],
];
const ubuntu = (name) =>
  ['', '-updates', '-security'].flatMap((suite) =>
    ['main', 'universe'].map((component) => [
      ...['ubuntu', `${name}${suite}`, 'http://archive.ubuntu.com/ubuntu', component],
    ]),
  );
const SUITES = {
  bookworm: debian('bookworm'),
  trixie: debian('trixie'),
  jammy: ubuntu('jammy'),
  noble: ubuntu('noble'),
};

/** What a Dockerfile asks for and Strata runs something of. */
const WANTED =
  `bash-completion curl jq nano tree nodejs ca-certificates wget less vim-tiny procps unzip xxd bc iputils-ping iproute2
  net-tools netcat-openbsd traceroute psmisc dos2unix time patch busybox`.split(/\s+/);

/** Recommended, large, and nothing that runs here. */
const LEFT_OUT = new Set(['nodejs-doc', 'vim', 'vim-runtime', 'netbase']);

/** Fields that our records have, in the order that they are written. */
const KEPT = `Package Source Version Architecture Essential Multi-Arch Pre-Depends Depends Recommends Suggests
  Conflicts Breaks Replaces Provides Section Priority Homepage Description`.split(/\s+/);

const image = path.join(path.dirname(fileURLToPath(import.meta.url)), '../src/registry/images');
const kin = codename === 'bookworm' || codename === 'trixie' ? 'debian' : 'ubuntu';
const facts = fs.readFileSync(`${image}/${kin}/${codename}.ts`, 'utf8');
const base = new Map(
  /packages: `\n(.*?)\n`/s
    .exec(facts)[1]
    .split('\n')
    .map((row) => row.split(' ')),
);

fs.mkdirSync(`${CACHE}/control`, { recursive: true });
const known = new Map();
for (const [archive, suite, address, component] of SUITES[codename]) {
  const url = `${address}/dists/${suite}/${component}/binary-amd64/Packages.xz`;
  const text = execFileSync('xz', ['-dc', fetched(url)], { maxBuffer: 1 << 30 }).toString();
  for (const stanza of text.split('\n\n')) {
    const fields = fieldsOf(stanza);
    const name = fields.get('Package');
    if (!name || !isNewer(fields, known.get(name)?.fields)) continue;
    known.set(name, { fields, archive, suite, address, component });
  }
}

function fetched(url) {
  const file = path.join(CACHE, url.replace(/^\w+:\/\//, '').replaceAll('/', '_'));
  if (!fs.existsSync(file)) {
    execFileSync('curl', ['-sfL', '--retry', '3', '-o', `${file}.part`, url]);
    fs.renameSync(`${file}.part`, file);
  }
  return file;
}

function fieldsOf(stanza) {
  const fields = new Map();
  for (const line of stanza.split('\n')) {
    const [, name, value] = /^([\w-]+): ?(.*)$/.exec(line) ?? [];
    if (name) fields.set(name, value);
  }
  return fields;
}

function isNewer(fields, other) {
  return !other || holds(fields.get('Version'), 'gt', other.get('Version'));
}

function holds(version, relation, wanted) {
  return spawnSync('dpkg', ['--compare-versions', version, relation, wanted]).status === 0;
}

/** Whether the image has what a possibility of a relation means. */
function isInImage(possibility) {
  const [, name, relation, wanted] = /^([^\s:(]+)\S*(?:\s*\(([<>=]+) ([^)]+)\))?/.exec(possibility);
  return base.has(name) && (relation === undefined || holds(base.get(name), relation, wanted));
}

const providers = new Map();
for (const [name, { fields }] of known)
  for (const provided of (fields.get('Provides') ?? '').split(/, */))
    if (provided)
      providers.set(provided.split(' ')[0], [...(providers.get(provided.split(' ')[0]) ?? []), name]);

const chosen = new Set();
for (const name of WANTED) follow(name);

function follow(wish) {
  if (LEFT_OUT.has(wish)) return;
  const candidates = known.has(wish) ? [wish] : (providers.get(wish) ?? []);
  const [name] = candidates;
  if (name === undefined || candidates.some((one) => chosen.has(one))) return;
  chosen.add(name);
  const { fields } = known.get(name);
  for (const field of ['Pre-Depends', 'Depends', 'Recommends']) {
    for (const group of (fields.get(field) ?? '').split(/, */).filter(Boolean)) {
      const possibilities = group.split('|').map((one) => one.trim());
      const names = possibilities.map((one) => one.split(/[ :]/)[0]);
      const isProvided = names.some((one) => (providers.get(one) ?? []).some((other) => base.has(other)));
      if (!possibilities.some(isInImage) && !isProvided) follow(names[0]);
    }
  }
}

const APPLETS = new Set(
  /`([^`]*)`/
    .exec(fs.readFileSync(`${image}/busybox/applets.ts`, 'utf8'))[1]
    .trim()
    .split(/\s+/),
);
/** Debian's names of what is in our table under another. */
const PROGRAMS = { 'vim.tiny': 'busybox', 'nc.openbsd': 'busybox', 'traceroute.db': 'busybox', tree: '=' };
const FOLDED =
  /^usr\/share\/(?:nodejs\/[^/]+|perl5|terminfo|vim\/[^/]+|bash-completion\/completions)$|^usr\/(?:lib\/python3[^/]*|share\/bash-completion)$/;
const SKIPPED =
  /^usr\/share\/(?:man|locale|info|lintian|bug|doc-base|pixmaps|applications|icons|metainfo|menu|gdb|zsh|fish|dict|polkit-1|apport)(?:\/|$)|^usr\/share\/doc\/[^/]+\/(?!copyright$|changelog\.Debian\.gz$)|^usr\/lib\/x86_64-linux-gnu\/(?:sasl2|engines-3|ossl-modules|gconv|perl5?|bash)\/./;
const SCRIPTS = ['preinst', 'postinst', 'prerm', 'postrm'];

function packed({ fields, address }, name) {
  const deb = fetched(`${address}/${fields.get('Filename')}`);
  const lines = new Map();
  const listed = execFileSync('dpkg-deb', ['-c', deb], { maxBuffer: 1 << 28 })
    .toString()
    .trim()
    .split('\n');
  const folded = new Map();
  const folders = new Set();
  for (const row of listed) {
    const [, kind, mode, size, rest] = /^(.)(\S+)\s+\S+\s+(\d+) \S+ \S+ \.\/(.*)$/.exec(row) ?? [];
    if (!rest) continue;
    const [where, target] = rest.replace(/\/$/, '').split(/ (?:->|link to) /);
    // A name that is not ASCII needs a pax header, which dpkg does not read.
    if (SKIPPED.test(where) || !/^[ -~]*$/.test(where) || where.includes('\\')) continue;
    const fold = where
      .split('/')
      .map((_, i, parts) => parts.slice(0, i).join('/'))
      .find((part) => FOLDED.test(part));
    if (fold) {
      if (kind === '-') folded.set(fold, (folded.get(fold) ?? 0) + Number(size));
      continue;
    }
    if (kind === 'd') {
      folders.add(where);
      continue;
    }
    const folder = path.dirname(where);
    const base = path.basename(where);
    if (kind === 'l') add(lines, `L ${folder}`, `${base}=${target}`);
    else if (kind === 'h')
      add(lines, `L ${folder}`, `${base}=${path.relative(folder, target.replace(/^\.\//, ''))}`);
    else if (/^(?:usr\/)?s?bin$/.test(folder)) {
      const program = PROGRAMS[base] ?? (APPLETS.has(base) || base === 'busybox' ? 'busybox' : '=');
      add(lines, `P ${octal(mode)} ${folder} ${program}`, `${base}=${size}`);
    } else add(lines, `S ${octal(mode)} ${folder}`, `${base}=${size}`);
  }
  for (const [fold, size] of folded) add(lines, `S 644 ${fold}`, `strata-stand-in=${size}`);
  const used = [...folders].filter(
    (folder) =>
      [...lines.keys()].some((head) =>
        head.split(' ').some((word) => word === folder || word.startsWith(`${folder}/`)),
      ) || !/^usr\/share\//.test(folder),
  );
  for (const folder of used.sort()) add(lines, 'D 755', folder);
  const control = path.join(CACHE, 'control', path.basename(deb));
  fs.rmSync(control, { recursive: true, force: true });
  execFileSync('dpkg-deb', ['-e', deb, control]);
  const names = fs.readdirSync(control);
  const conffiles = names.includes('conffiles')
    ? fs
        .readFileSync(`${control}/conffiles`, 'utf8')
        .trim()
        .split('\n')
        .filter((row) => row.startsWith('/'))
    : [];
  const triggers = names.includes('triggers')
    ? fs
        .readFileSync(`${control}/triggers`, 'utf8')
        .split('\n')
        .filter((row) => /ldconfig/.test(row))
    : [];
  const scripts = names.filter((one) => SCRIPTS.includes(one));
  if (scripts.length) process.stderr.write(`${name}: ${scripts.join(' ')}\n`);
  return { tree: wrapped(lines), conffiles, triggers };
}

function octal(mode) {
  const bits = [...mode.slice(0, 9)].map((letter) =>
    Number(letter !== '-' && letter !== 'S' && letter !== 'T'),
  );
  let value = bits.reduce((sum, bit) => sum * 2 + bit, 0);
  if (/s/i.test(mode[2])) value |= 0o4000;
  if (/s/i.test(mode[5])) value |= 0o2000;
  return value.toString(8);
}

function add(map, head, word) {
  map.set(head, [...(map.get(head) ?? []), word]);
}

const blocks = [...chosen].sort().map((name) => {
  const one = known.get(name);
  const component = one.component === 'main' ? '' : `/${one.component}`;
  const { tree, conffiles, triggers } = packed(one, name);
  return [
    `@ ${one.archive} ${one.suite}${component}`,
    ...KEPT.filter((field) => one.fields.has(field)).map((field) => `${field}: ${one.fields.get(field)}`),
    ...conffiles.map((file) => `! conffile ${file}`),
    ...triggers.map((row) => `! trigger ${row}`),
    ...tree.map((line) => `> ${line}`),
  ].join('\n');
});

process.stdout.write(`/** ${codename}: facts recorded by scripts/record-deb-packages.mjs; see there. */

export const ${codename} = \`
${quoted(blocks.join('\n\n'))}
\`;
`);
