/**
 * SHA-512-crypt: how /etc/shadow keeps passwords (`$6$SALT$HASH`).
 * @see Ulrich Drepper, "Unix crypt using SHA-256 and SHA-512"; crypt(5)
 */
import { sha512 } from '../base/index.ts';
import { bytesOf } from '../posix/index.ts';

const ALPHABET = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ROUNDS = 5000;
const SIZE = 64;

/** A salt of 16 characters out of as many random bytes. */
export function saltOf(random: Uint8Array): string {
  return Array.from(random.subarray(0, 16), (byte) => ALPHABET[byte & 63]).join('');
}

/** Hashes a password; `setting` is `$6$SALT` or a whole hash. Undefined where it is of another kind. */
export function shaCrypt(password: string, setting: string): string | undefined {
  const found = /^\$6\$(?:rounds=(\d+)\$)?([^$:\n]{0,16})/.exec(setting);
  if (!found) return undefined;
  const rounds = found[1] ? Math.min(999_999_999, Math.max(1000, Number(found[1]))) : ROUNDS;
  const digest = iterate(bytesOf(password), bytesOf(found[2]!), rounds);
  const prefix = found[1] ? `$6$rounds=${rounds}$` : '$6$';
  return `${prefix}${found[2]}$${encode(digest)}`;
}

function iterate(key: Uint8Array, salt: Uint8Array, rounds: number): Uint8Array {
  const alternate = hash(key, salt, key);
  const parts: Uint8Array[] = [key, salt, repeated(alternate, key.length)];
  for (let bits = key.length; bits > 0; bits >>= 1) parts.push(bits & 1 ? alternate : key);
  let digest = hash(...parts);
  const keySequence = repeated(hash(...Array<Uint8Array>(key.length).fill(key)), key.length);
  const saltSequence = repeated(hash(...Array<Uint8Array>(16 + digest[0]!).fill(salt)), salt.length);
  for (let round = 0; round < rounds; round++) {
    const odd = round % 2 === 1;
    digest = hash(
      odd ? keySequence : digest,
      round % 3 ? saltSequence : NOTHING,
      round % 7 ? keySequence : NOTHING,
      odd ? digest : keySequence,
    );
  }
  return digest;
}

const NOTHING = new Uint8Array(0);

function hash(...parts: readonly Uint8Array[]): Uint8Array {
  const state = sha512.create();
  for (const part of parts) state.update(part);
  return state.digest();
}

/** A digest again and again, as long as asked. */
function repeated(digest: Uint8Array, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => digest[i % SIZE]!);
}

/** Three bytes of the digest to four characters, in the order of the specification. */
function encode(digest: Uint8Array): string {
  let out = '';
  const group = (a: number, b: number, c: number, count: number) => {
    let bits = (a << 16) | (b << 8) | c;
    for (let i = 0; i < count; i++, bits >>= 6) out += ALPHABET[bits & 63]!;
  };
  let [a, b, c] = [0, 21, 42];
  for (let i = 0; i < 21; i++) {
    group(digest[a]!, digest[b]!, digest[c]!, 4);
    [a, b, c] = [b + 1, c + 1, a + 1];
  }
  group(0, 0, digest[63]!, 2);
  return out;
}
