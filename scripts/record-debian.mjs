/**
 * Records what a Debian or Ubuntu root folder has, as facts for the shipped images: names, modes, sizes
 * and owners of its files, its packages, its accounts. Contents of files are not taken.
 *
 *     debootstrap --variant=minbase bookworm /tmp/root
 *     node scripts/record-debian.mjs /tmp/root bookworm > src/registry/images/debian/bookworm.ts
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { quoted, wrapped } from './tree-lines.mjs';

const [root, codename] = process.argv.slice(2);

/** Names that busybox has an applet for: it runs Debian's files of these names. */
const APPLETS = new Set(
  /`([^`]*)`/.exec(fs.readFileSync('src/registry/images/busybox/applets.ts', 'utf8'))[1].trim().split(/\s+/),
);
const PROGRAMS = [
  [/^apt/, 'apt'],
  [/^dpkg/, 'dpkg'],
  [/^bash$/, 'bash'],
  [/^dash$/, 'dash'],
  [/^(?:mawk|which\.debianutils)$/, 'busybox'],
];

/** Folders whose files are told as one: their names are many and nobody looks for them. */
const FOLDED =
  /^usr\/lib\/(?:x86_64-linux-gnu\/(?:gconv|perl-base|security)|terminfo|apt\/methods)$|^usr\/share\/(?:perl5|info|keyrings|polkit-1|man\/man\d|locale\/[^/]+\/LC_MESSAGES|doc\/[^/]+\/\w+)$/;

/** What only the large images have. */
const LARGE = /^usr\/share\/(?:man|locale|info)(?:\/|$)|^usr\/share\/doc\/[^/]+\/(?!copyright$)/;

/** What comes from our own texts, from running, or in hundreds of names. */
const LEFT_OUT = [
  /^(?:dev|proc|sys|run|tmp|boot)\//,
  /^var\/(?:log|cache|lib\/(?:apt|systemd|pam|ucf))\/.*/,
  /^var\/lib\/dpkg\/(?:status|available|lock|diversions|statoverride|cmethopt|info\/|triggers\/).*/,
  /^etc\/(?:passwd|group|shadow|gshadow|hostname|hosts|resolv\.conf|os-release|debian_version|lsb-release)-?$/,
  /^etc\/(?:issue|issue\.net|legal|motd|bash\.bashrc|profile|shells|host\.conf|fstab|environment|\.pwd\.lock)$/,
  /^etc\/(?:ld\.so\.cache|mtab|nsswitch\.conf|apt\/(?:sources\.list|apt\.conf\.d\/).*|rc.\.d\/.*|systemd\/.*\/.*|subuid-|subgid-)$/,
  /^etc\/(?:skel\/\.(?:bashrc|profile)|alternatives\/.*\.gz|update-motd\.d\/.*)$/,
  /^usr\/lib\/(?:os-release|systemd\/system\/.*|locale\/C\.utf8\/.*)$|^root\//,
  /^usr\/share\/(?:zoneinfo|bash-completion|common-licenses|perl|debianutils|gdb|gcc|lintian|bug|base-passwd)\//,
  /^usr\/share\/doc\/[^/]+\/(?!copyright$|changelog).*/,
  /^usr\/share\/man\/(?!man\d(?:\/|$)).*|^usr\/share\/locale\/(?!(?:de|es|fr|it|ja|pt_BR|ru|zh_CN)(?:\/|$)).*/,
];

/** Words by the line that they stand in: `D 755`, `S 644 etc`, … */
const lines = new Map();
const largeLines = new Map();
const owners = [];

walk('');

function walk(folder) {
  for (const name of fs.readdirSync(path.join(root, folder)).sort()) {
    const inside = folder === '' ? name : `${folder}/${name}`;
    if (LEFT_OUT.some((pattern) => pattern.test(inside))) continue;
    const stat = fs.lstatSync(path.join(root, inside));
    const mode = (stat.mode & 0o7777).toString(8);
    if (stat.uid || stat.gid) owners.push(`${inside}=${stat.uid}:${stat.gid}`);
    const target = LARGE.test(inside) ? largeLines : lines;
    if (stat.isSymbolicLink()) {
      if (target === lines)
        add(lines, `L ${folder || '.'}`, `${name}=${fs.readlinkSync(path.join(root, inside))}`);
    } else if (stat.isDirectory()) {
      add(target, `D ${mode}`, inside);
      if (FOLDED.test(inside)) add(target, `S 644 ${inside}`, `strata-stand-in=${sizeOf(inside)}`);
      else walk(inside);
    } else if (/^usr\/s?bin$/.test(folder)) {
      add(lines, `P ${mode} ${folder} ${programOf(name)}`, `${name}=${stat.size}`);
    } else add(target, `S ${mode} ${folder}`, `${name}=${stat.size}`);
  }
}

function programOf(name) {
  const [, program] = PROGRAMS.find(([pattern]) => pattern.test(name)) ?? [];
  return program ?? (APPLETS.has(name) ? 'busybox' : '=');
}

function add(map, head, word) {
  map.set(head, [...(map.get(head) ?? []), word]);
}

function sizeOf(folder) {
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

function member(name, rows) {
  return `  ${name}: \`\n${quoted(rows.join('\n'))}\n\`,`;
}

const FIELDS = `\${Package} \${Version} \${Installed-Size} \${Section} \${Priority} \${Architecture} \${Essential} \${Multi-Arch}|\${Pre-Depends}|\${Depends}|\${binary:Synopsis}\n`;
const packages = execFileSync('dpkg-query', [
  `--admindir=${path.join(root, 'var/lib/dpkg')}`,
  '-W',
  '-f',
  FIELDS,
])
  .toString()
  .trim()
  .split('\n');
const relations = execFileSync('dpkg-query', [
  `--admindir=${path.join(root, 'var/lib/dpkg')}`,
  '-W',
  '-f',
  `\${Package};\${Provides};\${Recommends};\${Suggests};\${Conflicts};\${Breaks};\${Replaces}\n`,
])
  .toString()
  .split('\n')
  .filter((row) => /;[^;]/.test(row));
const rows = (file) => fs.readFileSync(path.join(root, file), 'utf8').trim().split('\n');

process.stdout.write(`/** ${codename}: facts recorded by scripts/record-debian.mjs; see there. */
import type { DebianFacts } from '../debian/facts.ts';

export const ${codename}: DebianFacts = {
${member('passwd', rows('etc/passwd'))}
${member('group', rows('etc/group'))}
${member('packages', packages)}
${member('relations', relations)}
${member('tree', wrapped(lines))}
${member('large', wrapped(largeLines))}
  owners: \`
${owners.join('\n')}
\`,
};
`);
