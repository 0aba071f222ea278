/** RUN --mount: tmpfs; the other types are refused until they are built. */
import { StrataError } from '../../base/index.ts';
import { cleanPath, didYouMean, fault, type Instruction, quote } from '../../dockerfile/index.ts';
import type { ExecOperation } from '../graph.ts';
import { type Dispatch, expandWord } from './context.ts';

const TYPES = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const KEYS = [
  ...['type', 'from', 'source', 'target', 'readonly', 'id', 'sharing', 'required', 'size', 'mode'],
  ...['uid', 'gid', 'src', 'dst', 'destination', 'ro', 'rw', 'readwrite', 'env'],
];

export function parseMounts(
  dispatch: Dispatch<Extract<Instruction, { kind: 'run' }>>,
): ExecOperation['tmpfs'] {
  return dispatch.instruction.mounts.map((text) => parseMount(dispatch, text));
}

function parseMount(dispatch: Dispatch, text: string): ExecOperation['tmpfs'][number] {
  const fields = fieldsOf(dispatch, text);
  const type = fields.get('type')?.toLowerCase() ?? 'bind';
  if (!TYPES.includes(type)) {
    throw fault(`unsupported mount type ${quote(type)}${didYouMean(type, TYPES)}`);
  }
  if (type !== 'tmpfs') {
    throw new StrataError('EUNSUPPORTED', `RUN --mount=type=${type} is not supported by Strata`);
  }
  for (const key of ['mode', 'uid', 'gid']) {
    if (fields.has(key)) throw fault(`${key} not allowed for "tmpfs" type mounts`);
  }
  const given = fields.get('target') ?? fields.get('dst') ?? fields.get('destination') ?? '';
  const target = cleanPath(given.startsWith('/') ? given : `${dispatch.stage.cwd}/${given}`);
  if (target === '/') throw fault('invalid mount target "/"');
  const size = fields.get('size');
  return { target, size: size === undefined ? undefined : bytesOf(size) };
}

function fieldsOf(dispatch: Dispatch, text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const field of text.split(',')) {
    const equals = field.indexOf('=');
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
    if (!KEYS.includes(key)) {
      if (equals < 0) throw fault(`invalid field '${field}' must be a key=value pair`);
      throw fault(`unexpected key '${key}' in '${field}'${didYouMean(key, KEYS)}`);
    }
    fields.set(key, equals < 0 ? 'true' : expandWord(dispatch, field.slice(equals + 1)));
  }
  return fields;
}

/** `64m`: as docker/go-units reads sizes, powers of 1024. */
function bytesOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?) ?([kmgtp]?)(?:i?b)?$/i.exec(text);
  if (!match) throw fault(`invalid value for size: ${text}`);
  return Math.floor(Number(match[1]) * 1024 ** ' kmgtp'.indexOf(match[2]!.toLowerCase() || ' '));
}
