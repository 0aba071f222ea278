/**
 * Records what a real engine does with the cases of this folder.
 *
 *   node test/dockerfile/record.mjs [CASE…]
 *
 * Needs the oracle (/work/shared/oracle). A case is a folder with `context/` and, where it has more
 * than one build or needs flags, `case.json`: `{ "steps": [{ "args": […], "write": {path: text},
 * "chmod": {path: "755"}, "touch": [path], "remove": [path], "archive": {path: {name: text}} }] }`.
 * The word UNIQUE in its files is replaced by something new for each recording, so that other builds
 * on the engine cannot give cache hits. For each build it writes `recorded/N.json` and
 * `recorded/N.plain.txt` (the second with what one rebuild prints).
 *
 * Normalised: digests and ids, times, durations, the order of steps that run at once, UNIQUE itself.
 * Whether FROM was CACHED is not kept: it depends on what others did with the engine.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const docker = `${process.env.ORACLE_DIR ?? '/tmp/oracle'}/rdocker`;
const wanted = process.argv.slice(2);
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (wanted.length === 0 || wanted.includes(entry.name)))
  .map(({ name }) => name);
for (const name of cases) record(name);

function record(name) {
  const folder = join(here, name);
  const spec = existsSync(join(folder, 'case.json'))
    ? JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'))
    : { steps: [{}] };
  const work = mkdtempSync('/tmp/builder-record-');
  const unique = `u${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`.slice(0, 16);
  cpSync(join(folder, 'context'), work, { recursive: true });
  replaceAll(work, unique);
  rmSync(join(folder, 'recorded'), { recursive: true, force: true });
  mkdirSync(join(folder, 'recorded'));
  spec.steps.forEach((step, i) => {
    apply(work, step, unique);
    const result = build(work, step, unique, `builder-record-${name}`);
    writeFileSync(join(folder, 'recorded', `${i}.json`), `${JSON.stringify(result, null, 1)}\n`);
  });
  const last = spec.steps.at(-1);
  const plain = run(work, ['build', '--progress=plain', ...(last.args ?? []), '.']);
  writeFileSync(join(folder, 'recorded', 'again.plain.txt'), normalise(plain.stderr, unique));
  spawnSync(docker, ['rmi', '-f', `builder-record-${name}`], { cwd: '/tmp' });
  rmSync(work, { recursive: true });
  console.log(name);
}

function replaceAll(folder, unique) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('UNIQUE', unique));
    chmodSync(path, path.endsWith('.sh') ? 0o755 : 0o644);
  }
}

function apply(work, step, unique) {
  for (const [path, text] of Object.entries(step.write ?? {})) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), text.replaceAll('UNIQUE', unique));
  }
  for (const [path, files] of Object.entries(step.archive ?? {})) {
    const folder = mkdtempSync('/tmp/builder-archive-');
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text.replaceAll('UNIQUE', unique));
    }
    const flags = path.endsWith('gz') ? '-czf' : '-cf';
    execFileSync('tar', [
      '--owner=7',
      '--group=8',
      '-C',
      folder,
      flags,
      join(work, path),
      ...new Set(Object.keys(files).map((name) => name.split('/')[0])),
    ]);
    rmSync(folder, { recursive: true });
  }
  for (const [path, mode] of Object.entries(step.chmod ?? {}))
    chmodSync(join(work, path), Number.parseInt(mode, 8));
  for (const path of step.touch ?? []) utimesSync(join(work, path), new Date(), new Date());
  for (const path of step.remove ?? []) rmSync(join(work, path), { recursive: true });
}

function run(cwd, args) {
  const { status, stdout, stderr } = spawnSync(docker, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}

function build(work, step, unique, tag) {
  const { status, stderr } = run(work, ['build', '--progress=rawjson', '-t', tag, ...(step.args ?? []), '.']);
  const vertices = new Map();
  const warnings = [];
  let tail = '';
  for (const line of stderr.split('\n')) {
    if (!line.startsWith('{"')) {
      tail += `${line}\n`;
      continue;
    }
    collect(JSON.parse(line), vertices, warnings);
  }
  const names = new Map([...vertices.values()].map(({ digest, name }) => [digest, name]));
  return {
    exit: status,
    vertices: [...vertices.values()]
      .map(({ digest: _, inputs, ...rest }) => ({
        ...rest,
        inputs: inputs.map((input) => names.get(input)),
      }))
      .map((vertex) => clean(vertex, unique)),
    warnings: warnings.map((warning) => clean(warning, unique)),
    tail: normalise(tail, unique),
    ...(status === 0 ? imageOf(tag, unique) : {}),
  };
}

function collect(status, vertices, warnings) {
  for (const { digest, name, inputs = [], cached = false, error } of status.vertexes ?? []) {
    const known = vertices.get(digest) ?? { digest, name, inputs, cached: false, statuses: [], logs: '' };
    vertices.set(digest, {
      ...known,
      name,
      inputs,
      cached: known.cached || cached,
      ...(error ? { error } : {}),
    });
  }
  for (const { vertex, id, current = 0, completed } of status.statuses ?? []) {
    const { statuses } = vertices.get(vertex);
    const at = statuses.findIndex((it) => it.id === id);
    const now = { id, current, done: completed !== undefined };
    if (at < 0) statuses.push(now);
    else statuses[at] = now;
  }
  for (const { vertex, data } of status.logs ?? []) {
    vertices.get(vertex).logs += Buffer.from(data, 'base64').toString();
  }
  for (const { short, detail = [], url = '', range = [] } of status.warnings ?? []) {
    const decode = (text) => Buffer.from(text, 'base64').toString();
    const lines = range.map(({ start, end }) => [start.line, end.line]);
    warnings.push({ short: decode(short), detail: detail.map(decode), url, lines });
  }
}

/** The config as it is stored, and what is in the layers that are not the base's. */
function imageOf(tag, unique) {
  const id = run('/tmp', ['image', 'inspect', '-f', '{{.Id}}', tag]).stdout.trim().slice('sha256:'.length);
  const root = process.env.ORACLE_ROOT ?? '/tmp/oracle-forky';
  const text = readFileSync(join(root, 'var/lib/docker/image/overlay2/imagedb/content/sha256', id), 'utf8');
  const config = clean(JSON.parse(text), unique);
  const order = [...text.matchAll(/"([A-Za-z_.]+)":/g)].map(([, key]) => key);
  const tar = join(mkdtempSync('/tmp/builder-save-'), 'image.tar');
  let layers = [];
  if ((config.rootfs.diff_ids ?? []).length > 0) {
    run(dirname(tar), ['save', '-o', tar, tag]);
    const manifest = JSON.parse(execFileSync('tar', ['-xOf', tar, 'manifest.json'], { encoding: 'utf8' }))[0];
    layers = manifest.Layers.map((path) => {
      const layer = execFileSync('tar', ['-xOf', tar, path], { maxBuffer: 1 << 28 });
      const listing = spawnSync('tar', ['--numeric-owner', '-tvf', '-'], {
        input: layer,
        encoding: 'utf8',
      }).stdout;
      const lines = listing.trim().split('\n').filter(Boolean);
      // "mode owner size date time name": the times are not kept.
      return lines.map((line) => clean(line.replace(/^(\S+ \S+) +(\S+) \S+ \S+ /, '$1 $2 '), unique)).sort();
    });
  }
  rmSync(dirname(tar), { recursive: true });
  config.rootfs.diff_ids = config.rootfs.diff_ids?.length ?? null;
  // A base image's own listing is long and says nothing here.
  return {
    config,
    keys: [...new Set(order)],
    layers: layers.map((lines) => (lines.length > 60 ? 'base' : lines)),
  };
}

function clean(value, unique) {
  return JSON.parse(normalise(JSON.stringify(value), unique));
}

function normalise(text, unique) {
  return text
    .replaceAll(unique, 'UNIQUE')
    .replace(/sha256:[0-9a-f]{64}/g, 'sha256:DIGEST')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}::[0-9a-z]{25}/g, 'REF')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, 'TIME')
    .replace(/(DONE|done|#\d+) \d+\.\d+(s?)/g, '$1 N$2')
    .replace(/ \d+\.\d+s done/g, ' done')
    .replace(/builder-record-[a-z0-9-]+/g, 'IMAGE');
}
