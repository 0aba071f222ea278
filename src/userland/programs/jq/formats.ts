/** `@base64` and its kin: values as text of other languages. */

import { fromBase32, fromBase64, toBase32, toBase64 } from '../../../base/index.ts';
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

function decoded32(value: string): string {
  return textOf(fromBase32(value) ?? fail(`${shown(value, dumpJson)} is not valid base32 data`));
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
  '@base32': (value) => toBase32(bytesOf(text(value))),
  '@base32d': (value) => decoded32(text(value)),
};

export const formatNames: ReadonlySet<string> = new Set(Object.keys(FORMATS));

export function formatted(name: string, value: Value): string {
  const format = Object.hasOwn(FORMATS, name)
    ? FORMATS[name]!
    : fail(`${name.slice(1)} is not a valid format`);
  return format(value);
}
