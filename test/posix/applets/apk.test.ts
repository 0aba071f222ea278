/** apk against the static repository: packages come, run their scripts, and go. */
import { beforeAll, expect, it } from 'vitest';
import { packageRepositories, siteFetch } from '../../../src/registry/index.ts';
import { createShellMain } from '../../../src/sh/index.ts';
import { programs } from '../../../src/userland/index.ts';
import { type Box, bootBox } from './box.ts';

const SITE = 'https://site.test/';
const MAIN = 'https://dl-cdn.alpinelinux.org/alpine/v3.22/main';

/** What an alpine has that packages build on. */
const PREPARE = `
mkdir -p /lib/apk/db /etc/apk /var/cache/apk /usr/bin /usr/lib /sbin
echo x86_64 >/etc/apk/arch; echo ${MAIN} >/etc/apk/repositories; echo ${MAIN.replace('main', 'community')} >>/etc/apk/repositories
echo musl >/etc/apk/world; echo busybox >>/etc/apk/world; echo /bin/sh >/etc/shells
{
package() { printf 'P:%s\\nV:%s\\nA:x86_64\\nS:1\\nI:1048576\\nT:x\\np:%s\\n\\n' "$1" "$2" "$3"; }
package musl 1.2.5-r10 so:libc.musl-x86_64.so.1=1
package busybox 1.37.0-r19 /bin/sh
package libssl3 3.5.4-r0 'so:libssl.so.3=3 so:libcrypto.so.3=3'
package zlib 1.3.1-r2 so:libz.so.1=1.3.1
package ca-certificates-bundle 20250911-r0 ca-certificates-cacert=1
} >/lib/apk/db/installed
PATH=/bin:/usr/bin
`;

let box: Box;
beforeAll(async () => {
  const files = new Map(
    (await packageRepositories()).map(({ path, contents }) => [`${SITE}packages/${path}`, contents]),
  );
  const serve: typeof fetch = async (input) => {
    const contents = files.get(String(input));
    return contents ? new Response(contents as Uint8Array<ArrayBuffer>) : new Response('', { status: 404 });
  };
  box = await bootBox({
    programs: { ...programs, bash: async () => createShellMain({ dialect: 'bash' }) },
    fetch: siteFetch(SITE, serve),
  });
});

async function run(script: string): Promise<{ out: string; err: string; status: number }> {
  const { stdout, stderr, status } = await box.run(`rm -rf /lib /usr /var\n${PREPARE}${script}`, 60_000);
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { out: text(stdout), err: text(stderr), status };
}

it('installs what runs', async () => {
  const { out, err, status } = await run(
    `apk add -q --no-cache bash curl jq nano tree; rm /bin/jq /bin/curl; echo '{"a":[1]}' | jq -c .a; curl --version | head -n 1; bash -c 'echo \${#BASH_VERSION}' | grep -c .; tree --noreport -L 1 d; nano --help | head -n 1; cat /etc/shells`,
  );
  expect(err).toBe('');
  expect(status).toBe(0);
  expect(out).toMatch(
    /^\[1\]\ncurl \d.*\n1\nd\n├── a\n├── b.txt\n└── sub\nUsage: nano .*\n\/bin\/sh\n\/bin\/bash\n$/,
  );
});

it('tells each step, dependencies first, and takes all of it back', async () => {
  const { out } = await run(
    'apk add jq; cat /etc/apk/world; apk info -L jq; apk del jq; apk info; find /usr -type f',
  );
  expect(out).toBe(`fetch ${MAIN}/x86_64/APKINDEX.tar.gz
fetch ${MAIN.replace('main', 'community')}/x86_64/APKINDEX.tar.gz
(1/2) Installing oniguruma (6.9.10-r0)
(2/2) Installing jq (1.8.1-r0)
Executing busybox-1.37.0-r19.trigger
OK: 5 MiB in 7 packages
busybox
jq
musl
jq-1.8.1-r0 contains:
usr/bin/jq

(1/2) Purging jq (1.8.1-r0)
(2/2) Purging oniguruma (6.9.10-r0)
Executing busybox-1.37.0-r19.trigger
OK: 5 MiB in 5 packages
musl
busybox
libssl3
zlib
ca-certificates-bundle
`);
});

it('keeps groups under a name of their own', async () => {
  const { out } = await run(
    'apk add -q --virtual .deps jq tree; grep -c "^.deps=" /etc/apk/world; apk info | tail -n 4; apk del .deps | sed "s/ (.*//"; apk info | wc -l; wc -l </etc/apk/world',
  );
  expect(out).toBe(
    '1\noniguruma\njq\ntree\n.deps\n(1/4) Purging .deps\n(2/4) Purging tree\n(3/4) Purging jq\n(4/4) Purging oniguruma\nExecuting busybox-1.37.0-r19.trigger\nOK: 5 MiB in 5 packages\n5\n2\n',
  );
});

it('runs scripts, and runs those of a package that goes', async () => {
  const { out } = await run(
    'apk add bash | grep Exec; tail -n 1 /etc/shells; tar tf /lib/apk/db/scripts.tar | sed "s/Q1.*=/SUM/" | sort; apk del bash | grep Exec; cat /etc/shells; ls /lib/apk/exec',
  );
  expect(out).toBe(`Executing bash-5.2.37-r0.post-install
Executing busybox-1.37.0-r19.trigger
/bin/bash
bash-5.2.37-r0.SUM.post-install
bash-5.2.37-r0.SUM.post-upgrade
bash-5.2.37-r0.SUM.pre-deinstall
Executing bash-5.2.37-r0.pre-deinstall
Executing busybox-1.37.0-r19.trigger
/bin/sh
`);
});

it.each([
  ['curl=9', 'ERROR: unable to select packages:\n  curl-8.14.1-r2:\n    breaks: world[curl=9]\n'],
  [
    'nosuch',
    'ERROR: unable to select packages:\n  nosuch (no such package):\n    required by: world[nosuch]\n',
  ],
  [
    'jq !oniguruma',
    'ERROR: unable to select packages:\n  oniguruma-6.9.10-r0:\n    breaks: world[!oniguruma]\n',
  ],
])('refuses apk add %s', async (names, err) => {
  const got = await run(`apk add -q '${names.replace(' ', "' '")}'; s=$?; cat /etc/apk/world; exit $s`);
  expect(got).toEqual({
    out: 'musl\nbusybox\n',
    err,
    status: 1,
  });
});

it('takes versions as they are asked for', async () => {
  const { out } = await run(
    `apk add -q 'curl>8' 'jq~1.8' tree=2.2.1-r0; cat /etc/apk/world; apk add -q curl; grep curl /etc/apk/world; apk add -s nano | tail -n 2; apk info -e nano; echo $?`,
  );
  expect(out).toBe(
    'busybox\ncurl>8\njq~1.8\nmusl\ntree=2.2.1-r0\ncurl\n(3/3) Installing nano (8.4-r0)\nOK: 12 MiB in 20 packages\n1\n',
  );
});

it('changes nothing for who may not', async () => {
  const { out, err, status } = await run(
    'chmod 600 /lib/apk/db/lock 2>/dev/null; su nobody -s /bin/sh -c "apk add tree; echo \\$?; apk info -e musl 2>/dev/null"; :',
  );
  expect(err).toBe(
    'ERROR: Unable to lock database: Permission denied\nERROR: Failed to open apk database: Permission denied\n',
  );
  expect([out, status]).toEqual(['99\nmusl\n', 0]);
});

it('takes what is asked for exactly, and refuses what it cannot do', async () => {
  const { out, err } = await run(
    `apk update -q; apk search -qe jq; apk search -q -x jq; apk list -qo oniguruma; apk info -i musl; for o in 'add -l jq' 'del -r musl' 'upgrade -a' 'search -a jq' 'add -i jq'; do apk $o; echo $?; done`,
  );
  expect(out.replace(/^musl-\S+ has/m, 'musl has')).toBe(
    'jq\njq\noniguruma\nmusl has auto-install rule:\n\n\n1\n1\n1\n1\n1\n',
  );
  expect(err).toBe(
    ['latest', 'rdepends', 'available', 'all', 'interactive']
      .map((word) => `apk: --${word} is not supported by Strata\n`)
      .join(''),
  );
});

it('tells its architecture, descriptions, and takes --purge', async () => {
  const { out, err, status } = await run(
    `apk --print-arch; apk add -q tree; apk info -vv | grep tree; apk info -v | grep tree; apk del -q --purge tree; apk info -e tree`,
  );
  expect(err).toBe('');
  expect(status).toBe(1);
  expect(out).toMatch(/^x86_64\n(tree-\S+) - A recursive .*\n\1\n$/);
});
