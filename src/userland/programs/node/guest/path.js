/** node:path, POSIX. */
import { invalidArgument } from './errors.js';

function checked(path, name = 'path') {
  if (typeof path !== 'string') throw invalidArgument(name, 'string', path);
  return path;
}

/** Parts without `.` and what `..` takes back; an absolute path goes no higher than the root. */
function simplified(path, isAbsolute) {
  const parts = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length && parts.at(-1) !== '..') parts.pop();
    else if (!isAbsolute) parts.push('..');
  }
  return parts.join('/');
}

const sep = '/';
const delimiter = ':';
const isAbsolute = (path) => checked(path).startsWith('/');

function normalize(path) {
  if (checked(path) === '') return '.';
  const isRooted = path.startsWith('/');
  let simple = simplified(path, isRooted);
  if (!simple) return isRooted ? '/' : path.endsWith('/') ? './' : '.';
  if (path.endsWith('/')) simple += '/';
  return isRooted ? `/${simple}` : simple;
}

function join(...paths) {
  const joined = paths
    .map((path) => checked(path))
    .filter((path) => path !== '')
    .join('/');
  return joined ? normalize(joined) : '.';
}

export function resolve(...paths) {
  let resolved = '';
  for (const path of paths.toReversed()) {
    if (checked(path, 'paths[0]') === '') continue;
    resolved = resolved ? `${path}/${resolved}` : path;
    if (path.startsWith('/')) break;
  }
  if (!resolved.startsWith('/')) resolved = `${globalThis.process.cwd()}/${resolved}`;
  return `/${simplified(resolved, true)}`;
}

function relative(from, to) {
  const [source, target] = [resolve(checked(from, 'from')), resolve(checked(to, 'to'))].map((path) =>
    path.split('/').filter(Boolean),
  );
  let same = 0;
  while (same < source.length && same < target.length && source[same] === target[same]) same++;
  return [...source.slice(same).map(() => '..'), ...target.slice(same)].join('/');
}

function dirname(path) {
  if (checked(path) === '') return '.';
  const bare = path.replace(/\/+$/, '');
  if (!bare) return '/';
  const at = bare.lastIndexOf('/');
  if (at < 0) return '.';
  return bare.slice(0, at).replace(/\/+$/, '') || (path.startsWith('//') && at === 1 ? '//' : '/');
}

function basename(path, suffix) {
  const name = checked(path).replace(/\/+$/, '').split('/').at(-1);
  if (suffix === undefined) return name;
  checked(suffix, 'suffix');
  return name !== suffix && name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : name;
}

function extname(path) {
  const name = basename(path);
  const at = name.lastIndexOf('.');
  return at <= 0 || name === '..' ? '' : name.slice(at);
}

function parse(path) {
  const root = checked(path).startsWith('/') ? '/' : '';
  const base = basename(path);
  const ext = extname(path);
  const bare = path.replace(/\/+$/, '');
  const at = bare.lastIndexOf('/');
  const dir = at < 0 ? '' : bare.slice(0, at) || root;
  return { root, dir: base === '' ? root : dir, base, ext, name: base.slice(0, base.length - ext.length) };
}

function format(parts) {
  if (parts === null || typeof parts !== 'object') throw invalidArgument('pathObject', 'object', parts);
  const dir = parts.dir || parts.root;
  const ext = parts.ext ? (parts.ext.startsWith('.') ? parts.ext : `.${parts.ext}`) : '';
  const base = parts.base || `${parts.name ?? ''}${ext}`;
  if (!dir) return base;
  return dir === parts.root ? `${dir}${base}` : `${dir}/${base}`;
}

function matchesGlob(path, pattern) {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?/g, '\0')
    .replace(/\*/g, '[^/]*')
    .replace(/\?/g, '[^/]')
    .replaceAll('\0', '.*');
  return new RegExp(`^${source}$`).test(path);
}

const toNamespacedPath = (path) => path;

const path = {
  resolve,
  normalize,
  isAbsolute,
  join,
  relative,
  toNamespacedPath,
  dirname,
  basename,
  extname,
  format,
  parse,
  matchesGlob,
  sep,
  delimiter,
};
path.posix = path;
path.win32 = null;
export default path;
