/** Passwords: asked for without echo, kept in /etc/shadow, compared. */
import { withoutEcho } from '../posix/index.ts';
import { changeRows, PASSWD, readRows, SHADOW } from './account-files.ts';
import { statOf } from './files.ts';
import type { Io, Reader } from './io.ts';
import { saltOf, shaCrypt } from './sha-crypt.ts';

/** What stands in /etc/shadow, or in /etc/passwd where that has no shadow; undefined for nobody known. */
export async function readHash(io: Io, name: string): Promise<string | undefined> {
  const shadow = (await readRows(io, SHADOW)).find((row) => row[0] === name);
  return (shadow ?? (await readRows(io, PASSWD)).find((row) => row[0] === name))?.[1];
}

export async function writeHash(io: Io, name: string, hash: string): Promise<boolean> {
  const path = (await statOf(io.sys, SHADOW)) ? SHADOW : PASSWD;
  const today = String(Math.floor(io.sys.now() / 86_400_000));
  return changeRows(io, path, (rows) =>
    rows.map((row) => {
      if (row[0] !== name) return row;
      return path === SHADOW ? [name, hash, today, ...row.slice(3)] : [name, hash, ...row.slice(2)];
    }),
  );
}

export function hashPassword(io: Io, password: string): string {
  return shaCrypt(password, `$6$${saltOf(io.sys.random(16))}`)!;
}

/** Whether a password is the one of a hash. Locked and foreign hashes fit none. */
export function fitsHash(password: string, hash: string): boolean {
  return hash === '' || shaCrypt(password, hash) === hash;
}

const readers = new WeakMap<object, Reader>();

/** Asks on stdout for a line of stdin, which is not echoed; undefined at the end of input. */
export async function askPassword(io: Io, question: string): Promise<string | undefined> {
  const { sys } = io;
  io.print(question);
  await io.flush();
  const reader = readers.get(sys) ?? io.reader(0);
  readers.set(sys, reader);
  const before = sys.isatty(0) ? sys.tcgetattr(0) : undefined;
  if (before) sys.tcsetattr(0, withoutEcho(before));
  try {
    return await reader.line();
  } finally {
    if (before) sys.tcsetattr(0, before);
    io.print('\n');
  }
}

const SHORTEST = 6;

/** Asks for a new password twice and keeps it. Answers an exit code. */
export async function changePassword(io: Io, name: string): Promise<number> {
  io.print(`Changing password for ${name}\n`);
  const unchanged = () => {
    io.warn(`password for ${name} is unchanged`);
    return 1;
  };
  const first = await askPassword(io, 'New password: ');
  if (first === undefined) return unchanged();
  const weakness = weaknessOf(first);
  if (weakness) io.print(`Bad password: ${weakness}\n`);
  const second = await askPassword(io, 'Retype password: ');
  if (second !== first) {
    io.print("Passwords don't match\n");
    return unchanged();
  }
  await writeHash(io, name, hashPassword(io, first));
  io.warn(`password for ${name} changed by root`);
  return 0;
}

/** Root is only told: fewer kinds of characters need more of them. */
function weaknessOf(password: string): string | undefined {
  if (password.length < SHORTEST) return 'too short';
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  return password.length < 12 - 2 * (kinds - 1) ? 'too weak' : undefined;
}
