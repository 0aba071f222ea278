/**
 * Modules: what a specifier means, what kind a file is, its text as the engine takes it.
 *
 * @see nodejs.org, "Modules: CommonJS modules", "All together"; "Modules: ECMAScript modules",
 *   "Resolution Algorithm"
 */
import { chain, decode, type Maybe } from '../../../base/index.ts';
import type { Sys } from '../../../kernel/index.ts';
import { errnoOf, isDir, isFile } from '../../../posix/index.ts';
import { EVAL_ASYNC, EVAL_COMPILE_ONLY, EVAL_MODULE, GuestError } from './engine.ts';
import { exportNames } from './export-names.ts';
import { readFile, realPath } from './files.ts';
import type { Host } from './host.ts';
import { Handed, type Operation, Refusal } from './operations.ts';
import { get, type Steps, walk } from './steps.ts';

/** Where the library keeps what modules that are made up here need. */
const DOOR = "globalThis[Symbol.for('nodejs.strata.modules')]";

type Conditions = readonly string[];
export const REQUIRE: Conditions = ['node', 'require', 'module-sync', 'default'];
const IMPORT: Conditions = ['node', 'import', 'module-sync', 'default'];

export type Format = 'commonjs' | 'module' | 'json';

export const moduleOperations: Readonly<Record<string, Operation>> = {
  /** Specifier, directory of who asks, whether it asks by `import`. */
  'module.resolve': ({ sys }, args) =>
    walk(resolve(sys, args.path(0), args.path(1), args.flag(2) ? IMPORT : REQUIRE)),
  'module.format': ({ sys }, args) => walk(formatOf(sys, args.path(0))),
  /** What a script's text comes to, or what is wrong with it. */
  'module.script': ({ engine }, args) => compile(engine, args.text(0), args.text(1)),
  /** A script in which `await` may stand: a promise of `{ value }`. */
  'module.awaiting': ({ engine }, args) => compile(engine, args.text(0), args.text(1), EVAL_ASYNC),
  'module.looksLikeModule': (_host, args) => looksLikeModule(args.text(0)),
  /** A module's text that is in no file. */
  'module.input'(host, args) {
    host.input = { name: `${host.sys.getcwd()}/${args.text(1)}`, text: args.text(0) };
  },
  /** Evaluates a module, and hands its namespace to the library if it is there by then. */
  'module.evaluate'({ engine }, args) {
    const code = `import * as m from ${JSON.stringify(args.path(0))}; ${DOOR}.receive(m);`;
    return compile(engine, code, '/[require]', EVAL_MODULE);
  },
  'module.check': ({ engine }, args) =>
    compile(engine, args.text(0), args.text(1), EVAL_COMPILE_ONLY | (args.flag(2) ? EVAL_MODULE : 0)),
};

function compile(engine: Host['engine'], code: string, file: string, flags = 0): Maybe<Handed> {
  return chain(engine.evaluate(code, file, flags), (value) => {
    if (!engine.failed(value)) return new Handed(value);
    engine.free(value);
    // No value: the exception is pending, and the call throws it.
    return new Handed(0);
  });
}

// ---- resolution

/** @throws Refusal MODULE_NOT_FOUND and others of Node's */
export function* resolve(sys: Sys, specifier: string, from: string, conditions: Conditions): Steps<string> {
  const isImport = conditions === IMPORT;
  const found = /^(\.\.?(\/|$)|\/)/.test(specifier)
    ? yield* resolvePath(sys, specifier.startsWith('/') ? specifier : `${from}/${specifier}`, isImport)
    : specifier.startsWith('#')
      ? yield* resolveOwn(sys, specifier, from, conditions)
      : yield* resolvePackage(sys, specifier, from, conditions);
  if (found === undefined) throw new Refusal('MODULE_NOT_FOUND', specifier);
  return yield* realPathOf(sys, found);
}

/** What /dev/stdin leads to may have no path: a pipe is read by the name that it was given. */
function* realPathOf(sys: Sys, path: string): Steps<string> {
  try {
    return yield* realPath(sys, path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT' || isFile(yield* modeOf(sys, path))) throw error;
    return path;
  }
}

function* resolvePath(sys: Sys, path: string, isExact: boolean): Steps<string | undefined> {
  if (isExact) return (yield* isFileAt(sys, path)) ? path : undefined;
  return (path.endsWith('/') ? undefined : yield* asFile(sys, path)) ?? (yield* asDirectory(sys, path));
}

function* asFile(sys: Sys, path: string): Steps<string | undefined> {
  for (const extension of ['', '.js', '.json', '.node']) {
    if (yield* isFileAt(sys, path + extension)) return path + extension;
  }
  return undefined;
}

function* asDirectory(sys: Sys, path: string): Steps<string | undefined> {
  const main = (yield* readPackage(sys, path))?.['main'];
  if (typeof main === 'string') {
    const target = `${path}/${main}`;
    const found = (yield* asFile(sys, target)) ?? (yield* asFile(sys, `${target}/index`));
    if (found) return found;
  }
  return yield* asFile(sys, `${path}/index`);
}

/** A bare specifier: in the folders `node_modules` from here up, or the package that we are in itself. */
function* resolvePackage(
  sys: Sys,
  specifier: string,
  from: string,
  conditions: Conditions,
): Steps<string | undefined> {
  const [, name = '', rest = ''] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(specifier) ?? [];
  const own = yield* packageAbove(sys, from);
  if (own && own.contents['name'] === name && own.contents['exports'] !== undefined)
    return resolveExports(own.folder, own.contents, rest, conditions);
  for (const folder of upwards(from)) {
    if (folder.endsWith('/node_modules')) continue;
    const root = `${folder === '/' ? '' : folder}/node_modules/${name}`;
    if (!(yield* isDirectoryAt(sys, root))) {
      const file = rest ? undefined : yield* asFile(sys, root);
      if (file) return file;
      continue;
    }
    const contents = yield* readPackage(sys, root);
    if (contents?.['exports'] != null) return resolveExports(root, contents, rest, conditions);
    const found = rest ? yield* resolvePath(sys, root + rest, false) : yield* asDirectory(sys, root);
    if (found) return found;
  }
  return undefined;
}

function resolveExports(
  root: string,
  contents: Record<string, unknown>,
  rest: string,
  conditions: Conditions,
): string {
  const { exports } = contents;
  const isMap = typeof exports === 'object' && exports !== null && Object.keys(exports)[0]?.startsWith('.');
  const map = (isMap ? exports : { '.': exports }) as Record<string, unknown>;
  const target = matched(map, `.${rest}`, conditions);
  if (target) return `${root}/${target}`;
  const what = rest ? `Package subpath '.${rest}' is not defined by "exports"` : 'No "exports" main defined';
  throw new Refusal('ERR_PACKAGE_PATH_NOT_EXPORTED', `${what} in ${root}/package.json`);
}

function* resolveOwn(
  sys: Sys,
  name: string,
  from: string,
  conditions: Conditions,
): Steps<string | undefined> {
  const own = yield* packageAbove(sys, from);
  const target = matched((own?.contents['imports'] ?? {}) as Record<string, unknown>, name, conditions);
  if (target === undefined)
    throw new Refusal('ERR_PACKAGE_IMPORT_NOT_DEFINED', `Package import specifier "${name}" is not defined`);
  return target.startsWith('.')
    ? `${own!.folder}/${target}`
    : yield* resolvePackage(sys, target, from, conditions);
}

/** A key as it is, or the longest pattern with a `*`. */
function matched(map: Record<string, unknown>, key: string, conditions: Conditions): string | undefined {
  if (Object.hasOwn(map, key)) return chosen(map[key], conditions);
  const patterns = Object.keys(map)
    .filter((pattern) => pattern.includes('*'))
    .sort((a, b) => b.indexOf('*') - a.indexOf('*'));
  for (const pattern of patterns) {
    const [before = '', after = ''] = pattern.split('*');
    if (!key.startsWith(before) || !key.endsWith(after) || key.length < pattern.length) continue;
    const part = key.slice(before.length, key.length - after.length);
    return chosen(map[pattern], conditions)?.replaceAll('*', part);
  }
  return undefined;
}

/** The first that applies. */
function chosen(target: unknown, conditions: Conditions): string | undefined {
  if (typeof target === 'string') return target;
  if (Array.isArray(target)) return target.map((one) => chosen(one, conditions)).find((one) => one);
  if (typeof target !== 'object' || target === null) return undefined;
  for (const [condition, inner] of Object.entries(target)) {
    if (!conditions.includes(condition)) continue;
    const found = chosen(inner, conditions);
    if (found) return found;
  }
  return undefined;
}

// ---- files

function* upwards(from: string): Generator<string> {
  for (let at = from; ; at = at.replace(/\/[^/]*$/, '')) {
    yield at || '/';
    if (at === '' || at === '/') return;
  }
}

/** Anything that is there and no directory: /dev/stdin is a script too. */
function* isFileAt(sys: Sys, path: string): Steps<boolean> {
  const mode = yield* modeOf(sys, path);
  return mode !== 0 && !isDir(mode);
}

function* isDirectoryAt(sys: Sys, path: string): Steps<boolean> {
  return isDir(yield* modeOf(sys, path));
}

function* modeOf(sys: Sys, path: string): Steps<number> {
  try {
    return (yield* get(sys.stat(path))).mode;
  } catch (error) {
    if (!errnoOf(error)) throw error;
    return 0;
  }
}

export function* readText(sys: Sys, path: string): Steps<string> {
  return decode(yield* readFile(sys, path));
}

function* readPackage(sys: Sys, folder: string): Steps<Record<string, unknown> | undefined> {
  let text: string;
  try {
    text = yield* readText(sys, `${folder}/package.json`);
  } catch (error) {
    if (!errnoOf(error)) throw error;
    return undefined;
  }
  try {
    const contents: unknown = JSON.parse(text);
    return typeof contents === 'object' && contents !== null ? (contents as Record<string, unknown>) : {};
  } catch {
    throw new Refusal('ERR_INVALID_PACKAGE_CONFIG', `Invalid package config ${folder}/package.json.`);
  }
}

function* packageAbove(
  sys: Sys,
  from: string,
): Steps<{ folder: string; contents: Record<string, unknown> } | undefined> {
  for (const folder of upwards(from)) {
    if (folder.endsWith('/node_modules')) return undefined;
    const contents = yield* readPackage(sys, folder === '/' ? '' : folder);
    if (contents) return { folder, contents };
  }
  return undefined;
}

/** What a file says it is: undefined where only its text can tell. */
export function* formatOf(sys: Sys, path: string): Steps<Format | undefined> {
  if (path.endsWith('.mjs')) return 'module';
  if (path.endsWith('.cjs')) return 'commonjs';
  if (path.endsWith('.json')) return 'json';
  const type = (yield* packageAbove(sys, path.slice(0, path.lastIndexOf('/'))))?.contents['type'];
  if (type === 'module' || type === 'commonjs') return type;
  return undefined;
}

// ---- what the engine asks

/** @throws GuestError */
export function normalize(host: Host, base: string, specifier: string): Maybe<string> {
  if (specifier.startsWith('node:')) return specifier;
  if (host.engine.ask('builtin', specifier)) return `node:${specifier}`;
  return walk(normalizeSteps(host, base, specifier));
}

function* normalizeSteps({ sys, input }: Host, base: string, specifier: string): Steps<string> {
  const from = base.startsWith('/') ? base.slice(0, base.lastIndexOf('/')) : sys.getcwd();
  if (specifier === input?.name) return specifier;
  const path = specifier.startsWith('file://') ? decodeURIComponent(specifier.slice(7)) : specifier;
  try {
    return yield* resolve(sys, path, from, IMPORT);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // The library cannot ask for the working directory while it is asked itself.
    const asking = base.startsWith('/') ? base : `${from}/`;
    throw new GuestError(
      JSON.stringify({ code: error.code, message: error.message, base: asking, specifier }),
    );
  }
}

export function load(host: Host, name: string): Maybe<string> {
  if (name.startsWith('node:')) return builtinSource(host, name.slice(5));
  return walk(loadSteps(host, name));
}

function* loadSteps(host: Host, name: string): Steps<string> {
  if (name === host.input?.name) return moduleSource(name, host.input.text);
  const format = yield* formatOf(host.sys, name);
  const text = yield* readText(host.sys, name);
  if (format === 'json') return `export default JSON.parse(${JSON.stringify(text)});`;
  const isModule = format === 'module' || (format === undefined && looksLikeModule(text));
  if (isModule) return moduleSource(name, text);
  const names = exportNames(text).map((one) => `${one} = m.${one}`);
  const list = names.length ? `export const ${names.join(', ')};` : '';
  return `const m = ${DOOR}.require(${JSON.stringify(name)}); export default m; ${list}`;
}

/** `import.meta` is filled by the module itself: the engine leaves that to its host, and offers no other way. */
function moduleSource(path: string, text: string): string {
  const url = JSON.stringify(`file://${encodeURI(path).replaceAll('#', '%23').replaceAll('?', '%3F')}`);
  const folder = JSON.stringify(path.slice(0, path.lastIndexOf('/')) || '/');
  const source = text.startsWith('#!') ? `//${text}` : text;
  return `${DOOR}.meta(import.meta, ${url}, ${JSON.stringify(path)}, ${folder});${source}`;
}

/** Whether a text without a declared kind has statements that only modules have. */
const looksLikeModule = (text: string): boolean =>
  /^\s*(import\s*["'{*]|import\s+[\w$]+\s*(,|from\b)|export\s*(\{|\*|default\b|const\b|let\b|var\b|function\b|async\b|class\b))/m.test(
    text,
  ) || /^(await|for await)\b/m.test(text);

function builtinSource(host: Host, name: string): string {
  const answer = JSON.parse(host.engine.ask('exports', name)) as {
    names?: string[];
    code?: string;
    message?: string;
  };
  if (!answer.names) throw new GuestError(JSON.stringify(answer));
  const list = answer.names.map((one) => `${one} = m.${one}`);
  return `const m = ${DOOR}.builtin(${JSON.stringify(name)}); export default m; export const ${list.join(', ') || '__none = 0'};`;
}
