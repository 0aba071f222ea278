/**
 * Records what the real apt and dpkg say to the repository that `npm run build` makes: test/apt/recorded/CODENAME.txt.
 *
 *     debootstrap --variant=minbase bookworm /tmp/apt-oracle/bookworm      # once, as root; trixie likewise
 *     node test/apt/record.mjs [bookworm|trixie …]
 *
 * Each block of cases.txt begins with a fresh root (an overlay over the chroot, with the shipped image's settings of apt
 * and dpkg), in a network of its own where the names of the sources lead to a server of public/packages.
 * Both streams go to one file, as a build shows them.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const here = path.dirname(fileURLToPath(import.meta.url));
const site = path.join(here, '../../public');
const ROOTS = process.env.APT_ORACLE ?? '/tmp/apt-oracle';
const TEXTS = ['etc/apt', 'etc/dpkg/dpkg.cfg.d'];

if (process.argv[2] === '--inside') await record(process.argv[3]);
else
  for (const codename of process.argv.length > 2 ? process.argv.slice(2) : ['bookworm', 'trixie'])
    spawnSync(
      'unshare',
      ['-n', '-m', process.execPath, fileURLToPath(import.meta.url), '--inside', codename],
      {
        stdio: 'inherit',
      },
    );

async function record(codename) {
  execFileSync('ip', ['link', 'set', 'lo', 'up']);
  const server = http.createServer(answer).listen(80, '127.0.0.1');
  const work = fs.mkdtempSync('/tmp/apt-record-');
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', work]);
  for (const name of ['upper', 'work', 'root', 'image']) fs.mkdirSync(`${work}/${name}`);
  imageTexts(codename, `${work}/image`);
  const blocks = fs.readFileSync(path.join(here, 'cases.txt'), 'utf8').trim().split('\n\n');
  const recorded = [];
  for (const block of blocks) {
    recorded.push(await recordBlock(codename, block, work));
    process.stderr.write('.');
  }
  process.stderr.write('\n');
  fs.mkdirSync(path.join(here, 'recorded'), { recursive: true });
  fs.writeFileSync(path.join(here, `recorded/${codename}.txt`), `${recorded.join('\n')}`);
  server.close();
  server.closeAllConnections();
  execFileSync('umount', ['-l', work]);
  fs.rmdirSync(work);
}

/** What public/packages holds, without the second compression of what has two (`siteFetch`). */
function answer(request, response) {
  const file = path.join(site, 'packages', path.normalize(decodeURIComponent(request.url)));
  let contents;
  try {
    contents = fs.readFileSync(file);
  } catch {
    response.writeHead(404).end();
    return;
  }
  if (file.endsWith('.gz')) contents = gunzipSync(contents);
  response.writeHead(200, { 'content-length': contents.length }).end(contents);
}

/** The settings that the shipped image has. */
function imageTexts(codename, target) {
  const folder = path.join(site, 'registry/v2/library/debian');
  let manifest = JSON.parse(fs.readFileSync(`${folder}/manifests/${codename}-slim`));
  if (manifest.manifests)
    manifest = JSON.parse(fs.readFileSync(`${folder}/manifests/${manifest.manifests[0].digest}`));
  execFileSync('tar', ['-xf', `${folder}/blobs/${manifest.layers[0].digest}`, '-C', target, ...TEXTS]);
}

async function recordBlock(codename, block, work) {
  const root = `${work}/root`;
  for (const name of ['upper', 'work']) fs.rmSync(`${work}/${name}`, { recursive: true, force: true });
  for (const name of ['upper', 'work']) fs.mkdirSync(`${work}/${name}`);
  const options = `lowerdir=${ROOTS}/${codename},upperdir=${work}/upper,workdir=${work}/work`;
  execFileSync('mount', ['-t', 'overlay', 'overlay', '-o', options, root]);
  fs.rmSync(`${root}/etc/apt/sources.list`, { force: true });
  for (const name of ['sources.list.d', 'apt.conf.d'])
    for (const file of fs.readdirSync(`${root}/etc/apt/${name}`))
      fs.rmSync(`${root}/etc/apt/${name}/${file}`);
  for (const name of TEXTS) fs.cpSync(`${work}/image/${name}`, `${root}/${name}`, { recursive: true });
  // As debuerreotype leaves it.
  execFileSync('sh', [
    '-c',
    `rm -rf ${root}/var/lib/apt/lists/* ${root}/var/cache/apt/*.bin ${root}/var/cache/apt/archives/*.deb`,
  ]);
  fs.mkdirSync(`${root}/var/lib/apt/lists/partial`, { recursive: true });
  fs.writeFileSync(`${root}/etc/hosts`, '127.0.0.1 localhost deb.strata.test\n');
  fs.writeFileSync(`${root}/etc/resolv.conf`, '');
  execFileSync('mount', ['-t', 'proc', 'proc', `${root}/proc`]);
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', `${root}/dev`]);
  for (const [name, minor] of [
    ['null', 3],
    ['zero', 5],
    ['urandom', 9],
  ])
    execFileSync('mknod', ['-m', '666', `${root}/dev/${name}`, 'c', '1', String(minor)]);
  execFileSync('mknod', ['-m', '666', `${root}/dev/tty`, 'c', '5', '0']);
  execFileSync('mknod', ['-m', '666', `${root}/dev/ptmx`, 'c', '5', '2']);
  fs.mkdirSync(`${root}/dev/pts`);
  execFileSync('mount', ['-t', 'devpts', '-o', 'newinstance,ptmxmode=0666', 'devpts', `${root}/dev/pts`]);
  // Libraries are stand-ins, which it would complain of.
  fs.rmSync(`${root}/sbin/ldconfig`);
  fs.symlinkSync('/bin/true', `${root}/sbin/ldconfig`);
  try {
    let text = '';
    for (const line of block.split('\n')) {
      if (line.startsWith('#')) {
        text += `${line}\n`;
        continue;
      }
      const { out, status } = await run(root, line);
      text += `$ ${line}\n${out.replace(/[^\n]$/, '$&\n\\\n')}${status ? `[${status}]\n` : ''}`;
    }
    return text;
  } finally {
    execFileSync('umount', ['-l', `${root}/dev/pts`, `${root}/dev`, `${root}/proc`, root]);
  }
}

function run(root, line) {
  const log = fs.openSync('/tmp/apt-record.log', 'w+');
  const child = spawn('chroot', [root, '/bin/sh', '-c', line], {
    env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root' },
    stdio: ['ignore', log, log],
  });
  return new Promise((resolve) =>
    child.on('exit', (status) => {
      fs.closeSync(log);
      resolve({ out: fs.readFileSync('/tmp/apt-record.log', 'utf8'), status });
    }),
  );
}
