/** CommonJS: require, module, and what ES modules ask of it. Resolving is the host's. */
import { call, compile } from './bridge.js';
import { builtinNames, builtins, isBuiltin } from './builtins.js';
import { codedError, invalidArgument, unavailable, unsupported } from './errors.js';
import { readFileSync } from './fs.js';
import path from './path.js';
import { process } from './process.js';
import { rememberSource } from './stack.js';
import { fileURLToPath } from './url.js';

const WRAPPER = ['(function (exports, require, module, __filename, __dirname) { ', '\n})'];

/** A script's text with what stands around a CommonJS module; the former is what stacks are of. */
export function wrapped(file, text) {
  const source = withoutHashbang(text);
  rememberSource(file, source, WRAPPER[0].length);
  return WRAPPER[0] + source.replace(/^\ufeff/, '') + WRAPPER[1];
}

export const withoutHashbang = (text) => (text.startsWith('#!') ? `//${text}` : text);
const DOOR = Symbol.for('nodejs.strata.modules');

export function Module(id = '', parent = undefined) {
  this.id = id;
  this.path = path.dirname(id);
  this.exports = {};
  this.filename = null;
  this.loaded = false;
  this.children = [];
  this.paths = pathsFrom(this.path);
  Object.defineProperty(this, 'parent', { value: parent, enumerable: false, writable: true });
  parent?.children?.push(this);
}
Module._cache = Object.create(null);
Module._extensions = Object.assign(Object.create(null), {
  '.js': (module, file) => module._compile(readFileSync(file, 'utf8'), file),
  '.json'(loading, file) {
    try {
      loading.exports = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
    } catch (error) {
      error.message = `${file}: ${error.message}`;
      throw error;
    }
  },
  '.node'() {
    throw Object.assign(new Error('native addons do not run in Strata: the engine is WebAssembly'), {
      code: 'ERR_DLOPEN_FAILED',
    });
  },
});
Module.builtinModules = builtinNames.filter((name) => !name.startsWith('node:'));
Module.isBuiltin = isBuiltin;
Module.Module = Module;
builtins.module = () => Module;

function pathsFrom(directory) {
  const paths = [];
  for (let at = directory; ; at = path.dirname(at)) {
    if (path.basename(at) !== 'node_modules') paths.push(at === '/' ? '/node_modules' : `${at}/node_modules`);
    if (at === '/' || at === '.') return paths;
  }
}
Module._nodeModulePaths = pathsFrom;

Module._resolveFilename = (request, parent) => {
  if (isBuiltin(request)) return request;
  const from = parent?.filename ? path.dirname(parent.filename) : process.cwd();
  try {
    return call('module.resolve', [
      request.startsWith('file:') ? fileURLToPath(request) : request,
      from,
      false,
    ]);
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    throw notFound(request, parent);
  }
};

function notFound(request, parent) {
  const stack = [];
  for (let at = parent; at?.filename; at = at.parent) stack.push(at.filename);
  const trail = stack.length ? `\nRequire stack:\n- ${stack.join('\n- ')}` : '';
  const error = new Error(`Cannot find module '${request}'${trail}`);
  error.code = 'MODULE_NOT_FOUND';
  error.requireStack = stack;
  return error;
}

Module._load = (request, parent) => {
  if (isBuiltin(request)) return builtin(request.replace(/^node:/, ''));
  if (request.startsWith('node:'))
    throw codedError(Error, 'ERR_UNKNOWN_BUILTIN_MODULE', `No such built-in module: ${request}`);
  const file = Module._resolveFilename(request, parent);
  const known = Module._cache[file];
  if (known) {
    if (parent && !parent.children.includes(known)) parent.children.push(known);
    return known.exports;
  }
  const module = new Module(file, parent);
  Module._cache[file] = module;
  let isLoaded = false;
  try {
    module.load(file);
    isLoaded = true;
  } finally {
    if (!isLoaded) delete Module._cache[file];
  }
  return module.exports;
};

function builtin(name) {
  const load = Object.hasOwn(builtins, name) ? builtins[name] : undefined;
  if (!load) throw unavailable(name);
  return load();
}

Module.prototype.load = function (file) {
  this.filename = file;
  this.paths = pathsFrom(path.dirname(file));
  const extension = Module._extensions[path.extname(file)] ? path.extname(file) : '.js';
  if (isModuleFile(file)) this.exports = requireModule(file);
  else Module._extensions[extension](this, file);
  this.loaded = true;
};

const isModuleFile = (file) => /\.(mjs|js)$/.test(file) && call('module.format', [file]) === 'module';

Module.prototype.require = function (id) {
  if (typeof id !== 'string') throw invalidArgument('id', 'string', id);
  if (id === '')
    throw codedError(
      TypeError,
      'ERR_INVALID_ARG_VALUE',
      "The argument 'id' must be a non-empty string. Received ''",
    );
  return Module._load(id, this);
};

Module.prototype._compile = function (text, file) {
  let run;
  try {
    run = compile('module.script', [wrapped(file, text), file]);
  } catch (error) {
    if (
      !(error instanceof SyntaxError) ||
      !call('module.looksLikeModule', [text]) ||
      call('module.format', [file]) === 'commonjs'
    )
      throw error;
    this.exports = requireModule(file);
    return undefined;
  }
  const require = makeRequire(this);
  return Reflect.apply(run, this.exports, [this.exports, require, this, file, path.dirname(file)]);
};

/** An ES module, which is there at once if nothing in it is awaited. */
function requireModule(file) {
  let namespace;
  globalThis[DOOR].receive = (value) => {
    namespace = value;
  };
  call('module.evaluate', [file]);
  if (!namespace)
    throw codedError(
      Error,
      'ERR_REQUIRE_ASYNC_MODULE',
      `require() cannot be used on an ESM graph with top-level await. Use import() instead. ${file}`,
    );
  return Object.hasOwn(namespace, 'module.exports') ? namespace['module.exports'] : namespace;
}

function makeRequire(module) {
  const require = (id) => module.require(id);
  require.resolve = (request) => Module._resolveFilename(request, module);
  require.resolve.paths = (request) =>
    isBuiltin(request) ? null : /^\.\.?\//.test(request) ? [module.path] : module.paths;
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

Module.createRequire = (from) => {
  const file = from instanceof URL || String(from).startsWith('file:') ? fileURLToPath(from) : from;
  const module = new Module(file);
  module.filename = file;
  return makeRequire(module);
};
Module.register = () => {
  throw unsupported('module.register is not available in Strata: modules are resolved outside of the engine');
};

/** The script of the command line. */
export function runMain(file, text) {
  const module = new Module(file);
  module.id = '.';
  module.filename = file;
  process.mainModule = module;
  Module._cache[file] = module;
  module._compile(text, file);
  module.loaded = true;
}

/** For what has no file: `-e`, standard input and the REPL. */
export function scriptModule(name) {
  const module = new Module(`${process.cwd()}/${name}`);
  module.id = name;
  module.filename = `${process.cwd()}/${name}`;
  module.paths = pathsFrom(process.cwd());
  return Object.assign(module, { run: makeRequire(module) });
}

/** What the host's texts of modules call: it is a symbol's, and not to be seen. */
export function installDoor() {
  const door = {
    builtin,
    require: (file) => Module._load(file),
    meta(meta, url, filename, dirname) {
      Object.assign(meta, { dirname, filename });
      meta.resolve = (specifier) => {
        if (isBuiltin(specifier)) return specifier.startsWith('node:') ? specifier : `node:${specifier}`;
        return `file://${call('module.resolve', [specifier, dirname, true])}`;
      };
      meta.url = url;
    },
    receive() {},
  };
  Object.defineProperty(globalThis, DOOR, { value: door });
}

/** For the host: what a built-in module exports, or why there is none. */
export function exportsOf(name) {
  try {
    const names = Object.keys(builtin(name)).filter(
      (one) => /^[A-Za-z_$][\w$]*$/.test(one) && one !== 'default' && !RESERVED.has(one),
    );
    return JSON.stringify({ names });
  } catch (error) {
    return JSON.stringify({ code: error.code, message: error.message });
  }
}
const RESERVED = new Set(
  'await break case catch class const continue debugger delete do else enum export extends false finally for function if import in instanceof new null return static super switch this throw true try typeof var void while with yield m'.split(
    ' ',
  ),
);

/** For the host, which cannot be asked anything meanwhile: the error that an import is refused with. */
export function importError(text) {
  const { code, message, base, specifier } = JSON.parse(text);
  if (code !== 'MODULE_NOT_FOUND') return codedError(Error, code, message);
  const isPath = /^(\.\.?\/|\/|file:)/.test(specifier);
  const target = isPath
    ? path.resolve(base.slice(0, base.lastIndexOf('/') + 1), specifier.replace(/^file:\/\//, ''))
    : specifier;
  const error = codedError(
    Error,
    'ERR_MODULE_NOT_FOUND',
    `Cannot find ${isPath ? 'module' : 'package'} '${target}' imported from ${base}`,
  );
  if (isPath) error.url = `file://${target}`;
  return error;
}
