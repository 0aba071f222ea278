/**
 * Asks a real engine (test/oracle) what `docker load` says of the archives in load-cases.mjs, and which
 * images are there afterwards, with their names.
 *
 *     node test/archives/record-load.mjs [CASE…]
 *
 * OCI layouts, which it does not know, are put to one with the containerd store as well:
 *
 *     ORACLE_DIR=/tmp/oracle-containerd node test/archives/record-load.mjs --layouts
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CASES, NAME } from './load-cases.mjs';

const folder = process.env.ORACLE_DIR ?? '/tmp/oracle';
const place = join(dirname(fileURLToPath(import.meta.url)), 'recorded-load.json');
const layouts = process.argv[2] === '--layouts';
if (layouts) recordLayouts();
const wanted = process.argv.slice(layouts ? 3 : 2);
const recorded = wanted.length || layouts ? JSON.parse(readFileSync(place, 'utf8')) : {};

for (const [name, each] of layouts ? [] : Object.entries(CASES)) {
  if (wanted.length && !wanted.includes(name)) continue;
  recorded[name] = record(each);
  console.log(name, JSON.stringify(recorded[name]));
}
const sorted = Object.keys(CASES).map((name) => [name, recorded[name]]);
if (!layouts) writeFileSync(place, `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`);

/** Its IDs are those of manifests: digests are cut. */
function recordLayouts() {
  const said = {};
  for (const [name, { tar, args = [], beyond }] of Object.entries(CASES)) {
    if (!beyond) continue;
    const { status, stdout, stderr } = docker(['load', ...args], tar);
    said[name] = { status, said: cut(stdout + stderr) };
    const made = [...stdout.matchAll(/^Loaded image(?: ID)?: (.*)$/gm)].map(([, image]) => image);
    if (made.length) docker(['rmi', '-f', ...made]);
  }
  writeFileSync(place.replace('load', 'layouts'), `${JSON.stringify(said, null, 1)}\n`);
}

function cut(text) {
  return text.trim().replace(/[0-9a-f]{64}/g, '…');
}

function record({ tar, args = [], images, ask = [] }) {
  const { status, stdout, stderr } = docker(['load', ...args], tar);
  const found = images.map(({ id }) => {
    const { RepoTags } = JSON.parse(docker(['image', 'inspect', id]).stdout)[0] ?? {};
    return RepoTags ? [...RepoTags].sort() : null;
  });
  const asked = ask.map((name) => [name, about(name)]);
  for (const { id } of images) docker(['rmi', '-f', id]);
  const left = docker([
    'images',
    '-q',
    '--filter',
    `reference=*${NAME}/*`,
    '--filter',
    `reference=*/${NAME}/*`,
  ]).stdout;
  for (const id of new Set(left.split('\n').filter(Boolean))) docker(['rmi', '-f', id]);
  return {
    status,
    stdout: plain(stdout),
    stderr: plain(stderr),
    images: found,
    ...(ask.length ? { ask: Object.fromEntries(asked) } : {}),
  };
}

function about(name) {
  const [image] = JSON.parse(docker(['image', 'inspect', name]).stdout);
  return image ? { Id: image.Id, Parent: image.Parent, RootFS: image.RootFS, Created: image.Created } : null;
}

function docker(args, input) {
  const { status, stdout, stderr } = spawnSync(`${folder}/rdocker`, args, { input, cwd: '/tmp' });
  return { status, stdout: String(stdout), stderr: String(stderr) };
}

/** The folder that dockerd unpacks into has a random name. */
function plain(text) {
  return text.replace(/docker-import-\d+/g, 'docker-import-N');
}
