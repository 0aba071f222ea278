/** The text of `RUN --mount=…`: fields with their values checked, as BuildKit checks them. */
import { didYouMean, fault, quote } from '../../dockerfile/index.ts';

export type MountType = 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';
export type Sharing = 'shared' | 'private' | 'locked';

export interface MountText {
  readonly type: MountType;
  readonly from: string;
  readonly source: string;
  readonly target: string;
  readonly readonly: boolean;
  readonly required: boolean;
  readonly id: string;
  readonly sharing: Sharing | undefined;
  /** Bytes. */
  readonly size: number | undefined;
  readonly mode: number | undefined;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  readonly env: string | undefined;
}

const TYPES = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const SHARING = ['shared', 'private', 'locked'];
const ALIASES: Readonly<Record<string, string>> = {
  src: 'source',
  dst: 'target',
  destination: 'target',
  ro: 'readonly',
  rw: 'readwrite',
};
const KEYS = [
  ...['type', 'from', 'source', 'target', 'readonly', 'id', 'sharing', 'required', 'size', 'mode'],
  ...['uid', 'gid', 'src', 'dst', 'destination', 'ro', 'rw', 'readwrite', 'env'],
];

/** @param replace replaces variables in a value */
export function parseMountText(text: string, replace: (word: string) => string): MountText {
  const fields = new Map<string, string>();
  for (const field of splitFields(text)) {
    const [key, value] = parseField(field, replace);
    fields.set(ALIASES[key] ?? key, value);
  }
  const type = oneOf(fields.get('type') ?? 'bind', TYPES, 'unsupported mount type') as MountType;
  const sharing = fields.get('sharing');
  const mount: MountText = {
    type,
    from: fields.get('from') ?? '',
    source: fields.get('source') ?? '',
    target: fields.get('target') ?? '',
    readonly: isReadonly(fields, type),
    required: flag(fields, 'required') ?? false,
    id: fields.get('id') ?? '',
    sharing:
      sharing === undefined ? undefined : (oneOf(sharing, SHARING, 'unsupported sharing value') as Sharing),
    size: fields.has('size') ? bytesOf(fields.get('size')!) : undefined,
    mode: number(fields, 'mode', 8),
    uid: number(fields, 'uid', 10),
    gid: number(fields, 'gid', 10),
    env: fields.get('env'),
  };
  check(mount, fields);
  return mount;
}

/** What a mount is from, before variables are known: they may not be in it. */
export function mountFrom(text: string): string {
  return (
    splitFields(text)
      .findLast((field) => /^from=/i.test(field))
      ?.slice('from='.length) ?? ''
  );
}

function parseField(field: string, replace: (word: string) => string): [string, string] {
  const equals = field.indexOf('=');
  const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
  if (equals < 0) {
    if (['readonly', 'ro', 'readwrite', 'rw', 'required'].includes(key)) return [key, 'true'];
    throw fault(`invalid field '${field}' must be a key=value pair`);
  }
  const written = field.slice(equals + 1);
  if (key === 'from' && /\$./.test(written)) {
    throw fault("'from' doesn't support variable expansion, define alias stage instead");
  }
  if (!KEYS.includes(key)) throw fault(`unexpected key '${key}' in '${field}'${didYouMean(key, KEYS)}`);
  return [key, replace(written)];
}

/** Comma-separated values with quotes, RFC 4180. */
function splitFields(text: string): string[] {
  const fields = text.match(/"(?:[^"]|"")*"|[^,]+/g) ?? [];
  return fields.map((field) =>
    field.startsWith('"') && field.endsWith('"') && field.length > 1
      ? field.slice(1, -1).replaceAll('""', '"')
      : field,
  );
}

function oneOf(value: string, options: readonly string[], problem: string): string {
  const found = value.toLowerCase();
  if (options.includes(found)) return found;
  throw fault(`${problem} ${quote(value)}${didYouMean(value, options)}`);
}

function isReadonly(fields: ReadonlyMap<string, string>, type: string): boolean {
  const writable = flag(fields, 'readwrite');
  const byDefault = type !== 'cache' && type !== 'tmpfs';
  return flag(fields, 'readonly') ?? (writable === undefined ? byDefault : !writable);
}

function flag(fields: ReadonlyMap<string, string>, key: string): boolean | undefined {
  const value = fields.get(key);
  if (value === undefined) return undefined;
  if (/^(1|t|T|TRUE|true|True)$/.test(value)) return true;
  if (/^(0|f|F|FALSE|false|False)$/.test(value)) return false;
  throw fault(`invalid value for ${key}: ${value}`);
}

function number(fields: ReadonlyMap<string, string>, key: string, base: 8 | 10): number | undefined {
  const text = fields.get(key);
  if (text === undefined) return undefined;
  const digits = base === 8 ? /^[0-7]+$/ : /^\d+$/;
  const value = Number.parseInt(text, base);
  if (!digits.test(text) || value > 0xffffffff) throw fault(`invalid value ${text} for ${key}`);
  return value;
}

/** `64m`: as docker/go-units reads sizes, powers of 1024. */
function bytesOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?) ?([kmgtp]?)(?:i?b)?$/i.exec(text);
  if (!match) throw fault(`invalid value for size: ${text}`);
  return Math.floor(Number(match[1]) * 1024 ** ' kmgtp'.indexOf(match[2]!.toLowerCase() || ' '));
}

function check(mount: MountText, fields: ReadonlyMap<string, string>): void {
  const { type } = mount;
  const isOf = (...types: MountType[]): boolean => types.includes(type);
  if (fields.has('required') && !isOf('secret', 'ssh')) {
    throw fault(`unexpected key 'required' for mount type '${type}'`);
  }
  if (fields.has('size') && type !== 'tmpfs') throw fault(`unexpected key 'size' for mount type '${type}'`);
  for (const key of ['mode', 'uid', 'gid']) {
    if (fields.has(key) && !isOf('secret', 'ssh', 'cache')) {
      throw fault(`${key} not allowed for ${quote(type)} type mounts`);
    }
  }
  if (type === 'secret') {
    if (mount.from) throw fault('secret mount should not have a from');
    if (mount.sharing) throw fault('secret mount should not define sharing');
    if (!mount.source && !mount.target && !mount.id) {
      throw fault('invalid secret mount. one of source, target required');
    }
    if (mount.source && mount.id) throw fault("both source and id can't be set");
  }
  if (mount.sharing && type !== 'cache') throw fault(`invalid cache sharing set for ${type} mount`);
}
