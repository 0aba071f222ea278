/**
 * Sessions of `docker cp`, `export`, `import` and `commit`, played on whatever answers as `docker`: the real client
 * (record-copies.mjs) or ours (copies.test.ts). What they print, and the files that are there afterwards.
 *
 * Steps are lines: `docker …` with words as in a shell and `< FILE`, `> FILE` behind them; `! …` for the machine's
 * own shell; `tree PATH` lists files of the machine, `files CONTAINER:PATH` those of a container, `list FILE` a tar.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** All names in a real engine begin with it. */
export const PREFIX = 'arc-cp';
/** The container of each case, made of IMAGE before its first step. */
export const CONTAINER = `${PREFIX}-c`;
export const IMAGE = `${PREFIX}-image`;

/** What is in the image: under /w, so that it does not depend on what is beside it. */
export const DOCKERFILE = `FROM busybox
RUN mkdir -p /w/dir/sub /w/empty /w/vol && cd /w && echo file > file && echo other > other && echo a > dir/a && echo b > dir/sub/b \\
 && echo x > exec && chmod 755 exec && ln -s file link && ln -s dir dirlink && ln -s nowhere dangling && ln -s /w/dir abslink \\
 && ln -s loop loop && ln -s ../../../w/other up && ln -s /../../../../w/file escape && echo h > hard1 && ln hard1 hard2 && echo o > owned && chown 12:34 owned \\
 && echo s > setuid && chmod 4755 setuid && mkdir sticky && chmod 1777 sticky && mkfifo fifo && mknod null c 1 3 && mknod disk b 8 1 \\
 && mkdir own && chown 12:34 own && chmod 700 own && echo 'sp' > 'sp ace' && mkdir 'd x' && echo v > vol/v && ln -s link link2 && ln -s dir/sub/../a dots \\
 && dd if=/dev/zero of=big bs=1000 count=300 2>/dev/null && find /w | while read f; do touch -h -d @1577836800 "$f"; done
WORKDIR /w
CMD ["sleep","1000"]
`;

/** Files of the machine that a case begins with, under `h`. */
export function fixture(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  const at = (name) => path.join(folder, 'h', name);
  for (const name of ['', 'dir', 'dir/sub', 'empty', 'd x']) fs.mkdirSync(at(name), { recursive: true });
  for (const name of [
    'file',
    'other',
    'dir/x',
    'dir/sub/y',
    'sp ace',
    '-dash',
    'exec',
    'a:b',
    'hard1',
    'secret',
    'setuid',
  ])
    fs.writeFileSync(at(name), `h ${name}\n`);
  fs.chmodSync(at('exec'), 0o755);
  fs.chmodSync(at('secret'), 0o600);
  fs.chmodSync(at('setuid'), 0o4755);
  fs.linkSync(at('hard1'), at('hard2'));
  for (const [name, target] of Object.entries({
    link: 'file',
    dirlink: 'dir',
    dangling: 'nowhere',
    loop: 'loop',
    link2: 'link',
  }))
    fs.symlinkSync(target, at(name));
  spawnSync('sh', ['-c', 'mkfifo "$0"', at('fifo')]);
  const all = fs.readdirSync(path.join(folder, 'h'), { recursive: true });
  for (const name of ['', ...all]) fs.lutimesSync(at(name), 1546300800, 1546300800);
}

/** Words of a line: quotes as in a shell, nothing else. */
export function wordsOf(line) {
  const words = [];
  for (const [, single, double, plain] of line.matchAll(
    /'([^']*)'|"((?:[^"\\]|\\.)*)"|((?:[^\s'"\\]|\\.)+)|\s+/g,
  )) {
    const text = single ?? double?.replace(/\\(.)/g, '$1') ?? plain?.replace(/\\(.)/g, '$1');
    if (text === undefined) words.push(undefined);
    else if (words.length && words.at(-1) !== undefined) words.push(`${words.pop()}${text}`);
    else words.push(text);
  }
  return words.filter((word) => word !== undefined);
}

/**
 * Plays a case. `docker(words, input)` answers what a client did, its output as bytes.
 *
 * @param {{steps: string[], create?: string, running?: boolean}} given
 */
export async function play({ steps, create = '', running = false }, docker, folder) {
  fixture(folder);
  await clean(docker);
  const made = await docker([
    running ? 'run' : 'create',
    ...(running ? ['-d'] : []),
    '--name',
    CONTAINER,
    ...wordsOf(create.replaceAll('CWD', folder)),
    IMAGE,
  ]);
  const id = String(made.stdout).trim();
  const lines = made.exit === 0 ? [] : [{ step: 'create', ...shown(made) }];
  for (const step of steps) lines.push({ step, ...(await played(step, docker, folder)) });
  await clean(docker, lines);
  return plain(lines, folder, id);
}

/** Removes what cases make, those images too that have no name. */
async function clean(docker, lines = []) {
  const made = lines.flatMap(({ stdout = '' }) => stdout.match(/^sha256:[0-9a-f]{64}$/gm) ?? []);
  await docker(['rm', '-f', '-v', CONTAINER]);
  await docker(['volume', 'rm', '-f', `${PREFIX}-vol`]);
  const names = ['imported', 'imported:two', 'committed', 'committed:two', 'committed2'];
  await docker(['rmi', '-f', ...names.map((name) => `${PREFIX}-${name}`), ...new Set(made)]);
}

async function played(step, docker, folder) {
  const file = (name) => path.join(folder, name);
  if (step.startsWith('! ')) {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', step.slice(2)], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    });
    return shown({ exit: status, stdout, stderr });
  }
  const words = wordsOf(step);
  if (words[0] === 'tree') return { rows: treeOf(file(words[1])) };
  if (words[0] === 'list') return { rows: rowsOf(fs.readFileSync(file(words[1]))) };
  if (words[0] === 'files') {
    const { exit, stdout, stderr } = await docker(['cp', words[1], '-']);
    return exit === 0 ? { rows: rowsOf(stdout) } : shown({ exit, stdout: '', stderr });
  }
  let input;
  let output;
  for (;;) {
    const sign = words.at(-2);
    if (sign === '<') input = fs.readFileSync(file(words.at(-1)));
    else if (sign === '>') output = file(words.at(-1));
    else break;
    words.splice(-2);
  }
  const { exit, stdout, stderr } = await docker(words.slice(1), input);
  // Docker tells of changes in no order.
  if (words[1] === 'diff')
    return shown({ exit, stdout: String(stdout).split('\n').sort().join('\n').trim(), stderr });
  if (output === undefined) return shown({ exit, stdout, stderr });
  fs.writeFileSync(output, stdout);
  return shown({ exit, stdout: '', stderr });
}

function shown({ exit, stdout, stderr }) {
  return {
    exit,
    ...(String(stdout) ? { stdout: String(stdout) } : {}),
    ...(String(stderr) ? { stderr: String(stderr) } : {}),
  };
}

/** Without what differs from one time to the next. */
function plain(lines, folder, id) {
  const text = JSON.stringify(lines)
    .replaceAll(folder, 'CWD')
    .replaceAll(id || 'no id', 'ID')
    .replaceAll(id.slice(0, 12) || 'no id', 'SHORT')
    .replace(/\b[0-9a-f]{64}\b/g, 'HEX64')
    // Debian's mark.
    .replaceAll('28.5.2+dfsg4', '28.5.2')
    // The real client logs of a pipe that it closed itself, now and then.
    .replace(/time=\\"[^"]*\\" level=error msg=\\"Can't add file .*?closed pipe\\"\\n/g, '')
    .replace(/20[23]\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, 'TIME');
  return JSON.parse(text);
}

const time = (seconds) => (seconds > 1_600_000_000 ? 'now' : String(seconds));
const digest = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 8);

/** A row for each file: what `ls -ln` would show, with contents where they are short. */
function treeOf(root) {
  const rows = [];
  const visit = (at, name) => {
    let stat;
    try {
      stat = fs.lstatSync(at);
    } catch {
      rows.push(`${name} is not there`);
      return;
    }
    const type = stat.isDirectory()
      ? 'd'
      : stat.isSymbolicLink()
        ? 'l'
        : stat.isFIFO()
          ? 'p'
          : stat.isFile()
            ? 'f'
            : stat.isCharacterDevice()
              ? 'c'
              : 'b';
    const what =
      type === 'l'
        ? `-> ${fs.readlinkSync(at)}`
        : type === 'f'
          ? `${stat.size} ${stat.size < 100 ? JSON.stringify(fs.readFileSync(at, 'utf8')) : digest(fs.readFileSync(at))}`
          : '';
    const links = type === 'd' ? '' : stat.nlink;
    const mode = type === 'l' ? '' : (stat.mode & 0o7777).toString(8);
    rows.push(
      `${type} ${mode} ${stat.uid}:${stat.gid} ${links} ${time(Math.floor(stat.mtimeMs / 1000))} ${name} ${what}`.trim(),
    );
    if (type === 'd')
      for (const child of fs.readdirSync(at).sort()) visit(path.join(at, child), `${name}/${child}`);
  };
  visit(root, path.basename(root));
  return rows;
}

const TYPES = { 0: 'f', 1: 'h', 2: 'l', 3: 'c', 4: 'b', 5: 'd', 6: 'p' };

/** Entries of a tar, in its order. Long names and pax headers are not what this is about: they are shown as they are. */
function rowsOf(tar) {
  const rows = [];
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const text = (from, length) =>
      tar
        .subarray(at + from, at + from + length)
        .toString('utf8')
        .replace(/\0.*$/s, '');
    const octal = (from, length) => Number.parseInt(text(from, length), 8) || 0;
    const size = octal(124, 12);
    const type = TYPES[text(156, 1) || '0'] ?? text(156, 1);
    const body = tar.subarray(at + 512, at + 512 + size);
    const what =
      type === 'l' || type === 'h'
        ? `-> ${text(157, 100)}`
        : type === 'f'
          ? `${size} ${size < 100 ? JSON.stringify(String(body)) : digest(body)}`
          : type === 'c' || type === 'b'
            ? `${octal(329, 8)},${octal(337, 8)}`
            : '';
    const name = (text(345, 155) ? `${text(345, 155)}/` : '') + text(0, 100);
    const mode = type === 'l' ? '' : octal(100, 8).toString(8);
    rows.push(
      `${type} ${mode} ${octal(108, 8)}:${octal(116, 8)} ${time(octal(136, 12))} ${name} ${what}`.trim(),
    );
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return rows;
}
