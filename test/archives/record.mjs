/**
 * Asks a real engine (test/oracle) what it makes of the archives in cases.mjs: `docker import` with the
 * files that it then has on its disk, and what `docker cp -` says.
 *
 *     node test/archives/record.mjs [CASE…]
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CASES } from './cases.mjs';

const folder = process.env.ORACLE_DIR ?? '/tmp/oracle';
const place = join(dirname(fileURLToPath(import.meta.url)), 'recorded.json');
const wanted = process.argv.slice(2);
const recorded = wanted.length ? JSON.parse(readFileSync(place, 'utf8')) : {};
const started = Date.now() / 1000 - 600;

for (const [name, tar] of Object.entries(CASES)) {
  if (wanted.length && !wanted.includes(name)) continue;
  recorded[name] = { ...record(tar), ...copied(tar) };
  console.log(name, recorded[name].error ?? recorded[name].files.length, recorded[name].cp ?? '');
}
writeFileSync(place, `${JSON.stringify(recorded, null, 1)}\n`);

function copied(tar) {
  docker('create', '--name', 'archives-case', 'alpine');
  const { status, stderr } = spawnSync(`${folder}/rdocker`, ['cp', '-', 'archives-case:/mnt'], {
    input: tar,
    cwd: '/tmp',
  });
  docker('rm', '-f', 'archives-case');
  return status === 0 ? {} : { cp: refusal(stderr) };
}

function docker(...args) {
  return spawnSync(`${folder}/rdocker`, args, { cwd: '/tmp' });
}

function refusal(stderr) {
  return String(stderr)
    .trim()
    .replace(/^Error response from daemon: /, '');
}

function record(tar) {
  const image = 'archives-case:1';
  const imported = spawnSync(`${folder}/rdocker`, ['import', '-', image], { input: tar, cwd: '/tmp' });
  if (imported.status !== 0) return { error: refusal(imported.stderr) };
  const upper = String(docker('inspect', '-f', '{{.GraphDriver.Data.UpperDir}}', image).stdout).trim();
  const script = `cd ${upper} && find . -printf '%P\\001%y\\001%m\\001%U\\001%G\\001%s\\001%T@\\001%n\\001%l\\0' | sort -z |
    while IFS=$'\\001' read -r -d '' path rest; do
      printf '%s\\001%s\\001' "$path" "$rest"
      stat --printf '%t,%T\\001' "./$path"
      getfattr -h -m - -d -e hex "./$path" 2>/dev/null | grep = | grep -v '^trusted.overlay.origin' | tr '\\n' ' '
      printf '\\001'; [ -f "./$path" ] && [ ! -L "./$path" ] && sha256sum < "./$path" | cut -c1-16 | tr -d '\\n'
      printf '\\0'
    done`;
  const listed = spawnSync(`${folder}/rshell`, ['-c', script]);
  if (listed.status !== 0 && String(listed.stderr)) throw new Error(String(listed.stderr));
  const files = listed.stdout.toString('latin1').split('\0').filter(Boolean).map(fileOf);
  docker('rmi', '-f', image);
  return { files };
}

/** `path` has a character for each byte. */
function fileOf(row) {
  const [path, type, mode, uid, gid, size, time, links, target, device, xattrs, digest] = row.split('\x01');
  return {
    path,
    type,
    mode,
    owner: `${uid}:${gid}`,
    ...(type === 'f' ? { size: Number(size), digest } : {}),
    // What the archive does not say is the time of unpacking.
    time: Number(time) > started && Number(time) < started + 7200 ? 'now' : time.replace(/\.?0+$/, ''),
    ...(type === 'd' ? {} : { links: Number(links) }),
    ...(target ? { target } : {}),
    ...(type === 'c' || type === 'b' ? { device } : {}),
    ...(xattrs.trim() ? { xattrs: xattrs.trim() } : {}),
  };
}
