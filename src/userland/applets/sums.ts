/** md5sum, sha1sum, sha256sum, sha512sum, cksum. */
import { md5, sha1, sha256, sha512, toHex } from '../../base/index.ts';
import type { Main } from '../../kernel/index.ts';
import { bytesOfBinary, textOf } from '../../posix/index.ts';
import { eachInput, quoted } from '../inputs.ts';
import { applet, type Io, type Reader } from '../io.ts';
import { parseOptions } from '../options.ts';

interface Hash {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

const hashing = (create: () => Hash): Main =>
  applet({
    usage: '[-c[sw]] [FILE]...',
    about: 'Print or check checksums',
    run(io) {
      const options = parseOptions(io, 'cswbt');
      if (!options.has('c') && (options.has('s') || options.has('w'))) io.usage();
      if (options.has('c')) return check(io, options.operands, create, options.has('s'), options.has('w'));
      return eachInput(
        io,
        options.operands,
        async (reader, path) => io.print(`${await digest(reader, create())}  ${path}\n`),
        { cannotOpen: (path) => `can't open '${path}'`, cannotRead: (path) => `can't read '${path}'` },
      );
    },
  });

export const md5sum = hashing(() => md5.create());
export const sha1sum = hashing(() => sha1.create());
export const sha256sum = hashing(() => sha256.create());
export const sha512sum = hashing(() => sha512.create());

async function digest(reader: Reader, hash: Hash): Promise<string> {
  for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) hash.update(chunk);
  return toHex(hash.digest());
}

async function check(
  io: Io,
  lists: readonly string[],
  create: () => Hash,
  silent: boolean,
  warn: boolean,
): Promise<number> {
  let failures = 0;
  let total = 0;
  const status = await eachInput(io, lists, async (list) => {
    for (let line = await list.line(); line !== undefined; line = await list.line()) {
      total++;
      const found = /^(\S+) [ *](.*)$/.exec(line);
      if (!found) {
        failures++;
        if (warn) io.warn('invalid format');
        continue;
      }
      const path = textOf(bytesOfBinary(found[2]!));
      let good = false;
      try {
        const reader = await io.openInput(path);
        good = (await digest(reader, create())) === found[1]!.toLowerCase();
        await reader.close();
      } catch (error) {
        io.warnErrno(`can't open '${path}'`, error);
      }
      if (!good) failures++;
      if (!silent) io.print(`${path}: ${good ? 'OK' : 'FAILED'}\n`);
      await io.pump();
    }
  });
  if (failures > 0 && !silent) io.warn(`WARNING: ${failures} of ${total} computed checksums did NOT match`);
  if (total === 0 && status === 0) io.die('no checksum lines found');
  return failures > 0 ? 1 : status;
}

/** POSIX's CRC-32: polynomial 0x04C11DB7, most significant bit first, the length appended. */
export const cksum = applet({
  usage: '[FILE]...',
  about: 'Calculate CRC32 checksum of FILEs',
  run(io) {
    const { operands } = parseOptions(io, '');
    const step = (crc: number, byte: number) => {
      let value = crc ^ (byte << 24);
      for (let i = 0; i < 8; i++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
      return value;
    };
    return eachInput(
      io,
      operands,
      async (reader, path) => {
        let crc = 0;
        let length = 0;
        for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) {
          for (const byte of chunk) crc = step(crc, byte);
          length += chunk.length;
        }
        for (let left = length; left > 0; left = Math.floor(left / 256)) crc = step(crc, left & 0xff);
        io.print(`${~crc >>> 0} ${length}${path === '-' ? '' : ` ${path}`}\n`);
      },
      quoted,
    );
  },
});
