/** Our .deb files read by the real dpkg-deb, and bad ones and a hostile index by ours. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { concat, encode, gzipBytes, packTar, type TarHeader } from '../../src/base/index.ts';
import { packageRepositories } from '../../src/registry/index.ts';
import { type Machine, startMachine } from './machine.ts';

const hasDpkg = spawnSync('dpkg-deb', ['--version']).status === 0;

describe.skipIf(!hasDpkg)('dpkg-deb', () => {
  it('reads all packages of the repositories', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'strata-deb-'));
    let count = 0;
    for (const { path, contents } of await packageRepositories()) {
      if (!path.endsWith('.deb')) continue;
      count++;
      const file = join(folder, 'one.deb');
      writeFileSync(file, contents);
      const name = path.replace(/^.*\//, '').split('_')[0]!;
      if (count % 5 === 0) {
        expect(execFileSync('dpkg-deb', ['-f', file, 'Package']).toString().trim()).toBe(name);
        expect(execFileSync('dpkg-deb', ['-c', file]).toString()).toMatch(/^drwxr-xr-x .* \.\/\n/);
      }
    }
    expect(count).toBeGreaterThan(200);
  }, 60_000);
});

type Entry = TarHeader & { readonly contents?: Uint8Array };
const common = { uid: 0, gid: 0, mtime: 0n, mode: 0o644 };
const file = (name: string, text: string): Entry => ({
  ...common,
  name,
  type: 'file',
  contents: encode(text),
});
const link = (name: string, linkname: string): Entry => ({ ...common, name, type: 'symlink', linkname });

async function deb(
  control: string,
  data: readonly Entry[],
  more: readonly Entry[] = [],
): Promise<Uint8Array> {
  const member = (name: string, contents: Uint8Array) =>
    concat([
      encode(
        `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(contents.length).padEnd(10)}\`\n`,
      ),
      ...[contents, encode(contents.length % 2 ? '\n' : '')],
    ]);
  return concat([
    ...[encode('!<arch>\n'), member('debian-binary', encode('2.0\n'))],
    member('control.tar.gz', await gzipBytes(packTar([file('./control', control), ...more]))),
    member('data.tar.gz', await gzipBytes(packTar(data))),
  ]);
}

const record = (name: string, more = '') =>
  `Package: ${name}\nVersion: 1\nArchitecture: all\nMaintainer: x\n${more}Description: x\n`;

describe('archives of others', () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await startMachine('debian', 'bookworm-slim');
  });

  it('never lead out of a folder', async () => {
    await machine.put('/tmp/a.deb', await deb(record('a'), [file('../../../etc/evil', 'x')]));
    expect(await machine.run('dpkg -x /tmp/a.deb /tmp/o; ls /etc/evil 2>&1')).toMatch(
      /leads out[\s\S]*No such file/,
    );
    expect(await machine.run('dpkg -i /tmp/a.deb 2>&1')).toContain("path with '..' in it");
    await machine.put('/tmp/b.deb', await deb(record('b'), [link('./l', '/etc'), file('./l/evil', 'x')]));
    expect(await machine.run('dpkg -x /tmp/b.deb /tmp/o; ls /etc/evil 2>&1')).toMatch(
      /Not a directory[\s\S]*No such file/,
    );
    await machine.put('/tmp/c.deb', await deb(record('../../etc/c'), [file('./x', 'x')]));
    expect(await machine.run('dpkg -i /tmp/c.deb 2>&1')).toContain('invalid package name');
    await machine.put('/tmp/d.deb', (await deb(record('d'), [file('./x', 'x')])).subarray(0, 150));
    expect(await machine.run('dpkg -I /tmp/d.deb 2>&1')).toMatch(/unexpected end of file[\s\S]*\[2\]/);
  });

  it('leave nothing where one cannot be unpacked', async () => {
    await machine.put(
      '/tmp/e.deb',
      await deb(record('e'), [file('./opt/e', 'x'), file('./usr/share/doc', 'x')]),
    );
    await machine.put('/tmp/f.deb', await deb(record('f'), [file('./opt/f', '1')]));
    await machine.put('/tmp/g.deb', await deb(record('g'), [file('./opt/g', '1'), file('./opt/f', '2')]));
    expect(await machine.run('dpkg -i /tmp/f.deb /tmp/g.deb 2>&1; cat /opt/f; ls /opt')).toMatch(
      /trying to overwrite '\/opt\/f', which is also in package f 1[\s\S]*\n1f\n/,
    );
  });

  it('run their scripts, and tell of failures', async () => {
    const script = (name: string, text: string): Entry => ({
      ...file(`./${name}`, `#!/bin/sh\n${text}\n`),
      mode: 0o755,
    });
    const say = (name: string) => script(name, `echo ${name} "$@"`);
    const scripts = ['preinst', 'postinst', 'prerm', 'postrm'].map(say);
    await machine.put('/tmp/h.deb', await deb(record('h'), [file('./opt/h', '1')], scripts));
    expect(
      await machine.run('dpkg -i /tmp/h.deb; dpkg -i /tmp/h.deb; dpkg -P h'),
    ).toBe(`Selecting previously unselected package h.
(Reading database ... ${await count()} files and directories currently installed.)
Preparing to unpack /tmp/h.deb ...
preinst install
Unpacking h (1) ...
Setting up h (1) ...
postinst configure 
(Reading database ... ${(await count()) + 1} files and directories currently installed.)
Preparing to unpack /tmp/h.deb ...
prerm upgrade 1
preinst upgrade 1 1
Unpacking h (1) over (1) ...
postrm upgrade 1
Setting up h (1) ...
postinst configure 1
(Reading database ... ${(await count()) + 1} files and directories currently installed.)
Removing h (1) ...
prerm remove
postrm remove
Purging configuration files for h (1) ...
postrm purge
`);
    await machine.put(
      '/tmp/i.deb',
      await deb(record('i'), [file('./opt/i', '1')], [script('postinst', 'exit 3')]),
    );
    expect(
      await machine.run('dpkg -i /tmp/i.deb 2>&1 | tail -n 4; dpkg -l i | tail -n 1 | cut -c1-6'),
    ).toBe(`dpkg: error processing package i (--install):
 installed i package post-installation script subprocess returned error exit status 3
Errors were encountered while processing:
 i
iF  i 
`);
  });

  async function count(): Promise<number> {
    return Number(await machine.run('cat /var/lib/dpkg/info/*.list | sort -u | wc -l'));
  }

  it('keep what people changed', async () => {
    const conffiles = [file('./conffiles', '/etc/j.conf\n')];
    const build = (version: string, text: string) =>
      deb(record('j').replace('Version: 1', `Version: ${version}`), [file('./etc/j.conf', text)], conffiles);
    await machine.put('/tmp/j1.deb', await build('1', 'one\n'));
    await machine.put('/tmp/j2.deb', await build('2', 'two\n'));
    expect(
      await machine.run('dpkg -i /tmp/j1.deb >/dev/null; dpkg -i /tmp/j2.deb >/dev/null; cat /etc/j.conf'),
    ).toBe('two\n');
    expect(
      await machine.run(
        'dpkg -P j >/dev/null; dpkg -i /tmp/j1.deb >/dev/null; echo mine >/etc/j.conf; dpkg --force-confold -i /tmp/j2.deb >/dev/null 2>&1; cat /etc/j.conf /etc/j.conf.dpkg-dist; dpkg -r j >/dev/null; cat /etc/j.conf; dpkg -P j >/dev/null; ls /etc/j.conf 2>&1 | grep -c such',
      ),
    ).toBe('mine\ntwo\nmine\n1\n');
  });
});
