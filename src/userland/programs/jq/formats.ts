/** `@base64` and its kin: values as text of other languages. */

import { fromBase64, toBase64 } from '../../../base/index.ts';
import { bytesOf, textOf } from '../../../posix/index.ts';
import { dumpJson } from './json.ts';
import { fail, isArray, isObject, shown, type Value } from './values.ts';

export const text = (value: Value): string => (typeof value === 'string' ? value : dumpJson(value));

const ENTITIES: Readonly<Record<string, string>> = {
  "'": '&apos;',
  '"': '&quot;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function row(value: Value, name: string, quote: (cell: string) => string, separator: string): string {
  if (!isArray(value)) return fail(`${shown(value, dumpJson)} cannot be ${name}-formatted, only array`);
  return value
    .map((cell) => {
      if (cell === null) return '';
      if (typeof cell === 'string') return quote(cell);
      if (isArray(cell) || isObject(cell))
        return fail(`${shown(cell, dumpJson)} is not valid in a ${name} row`);
      return dumpJson(cell);
    })
    .join(separator);
}

function shellWord(value: Value): string {
  if (isArray(value) || isObject(value))
    return fail(`${shown(value, dumpJson)} can not be escaped for shell`);
  return typeof value === 'string' ? `'${value.replaceAll("'", "'\\''")}'` : dumpJson(value);
}

function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const letters = (bits.match(/.{1,5}/g) ?? []).map(
    (five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)],
  );
  return letters.join('').padEnd(Math.ceil(letters.length / 8) * 8, '=');
}

function fromBase32(value: string): Uint8Array {
  const bits = [...value.replace(/=+$/, '')].map((letter) => {
    const digit = BASE32.indexOf(letter);
    return digit < 0
      ? fail(`${shown(value, dumpJson)} is not valid base32 data`)
      : digit.toString(2).padStart(5, '0');
  });
  const whole = bits.join('').match(/.{8}/g) ?? [];
  return Uint8Array.from(whole, (byte) => Number.parseInt(byte, 2));
}

function decoded(value: string): string {
  const bare = value.replace(/=+$/, '');
  if (/[^A-Za-z0-9+/]/.test(bare) || bare.length % 4 === 1)
    return fail(`${shown(value, dumpJson)} is not valid base64 data`);
  return textOf(fromBase64(bare.padEnd(Math.ceil(bare.length / 4) * 4, '=')));
}

const FORMATS: Readonly<Record<string, (value: Value) => string>> = {
  '@text': text,
  '@json': dumpJson,
  '@csv': (value) => row(value, 'csv', (cell) => `"${cell.replaceAll('"', '""')}"`, ','),
  '@tsv': (value) =>
    row(
      value,
      'tsv',
      (cell) =>
        cell.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r'),
      '\t',
    ),
  '@html': (value) => text(value).replace(/[<>&'"]/g, (char) => ENTITIES[char]!),
  '@uri': (value) =>
    encodeURIComponent(text(value)).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  '@sh': (value) => (isArray(value) ? value.map(shellWord).join(' ') : shellWord(value)),
  '@base64': (value) => toBase64(bytesOf(text(value))),
  '@base64d': (value) => decoded(text(value)),
  '@base32': (value) => base32(bytesOf(text(value))),
  '@base32d': (value) => textOf(fromBase32(text(value))),
};

export const formatNames: ReadonlySet<string> = new Set(Object.keys(FORMATS));

export function formatted(name: string, value: Value): string {
  const format = Object.hasOwn(FORMATS, name)
    ? FORMATS[name]!
    : fail(`${name.slice(1)} is not a valid format`);
  return format(value);
}
