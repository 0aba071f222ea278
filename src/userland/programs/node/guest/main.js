/**
 * The library that makes QuickJS a node: what the host boots, and the one function that it enters by.
 *
 * It is written in the language that it is for, and runs nowhere but in the engine.
 */
import { ask, call, compile, connect, finish, isWaiting } from './bridge.js';
import { isBuiltin } from './builtins.js';
import { closeGaps } from './engine-gaps.js';
import { exit, report } from './fatal.js';
import { installGlobals } from './globals.js';
import { inspectPromises } from './inspect.js';
import { installIntl } from './intl.js';
import {
  exportsOf,
  importError,
  installDoor,
  Module,
  runMain,
  scriptModule,
  withoutHashbang,
  wrapped,
} from './modules.js';
import { capture, emitExit, process, signalName, startProcess } from './process.js';
import { rejected } from './rejections.js';
import { startRepl } from './repl.js';
import { installStacks, rememberSource } from './stack.js';
import { writeText } from './standard-streams.js';
import { attempt, onThrown, runTicks } from './ticks.js';
import { fire, nextDueTimer, plan, takeImmediate } from './timers.js';

let program;
let isRepl = false;

/** What nobody caught. */
function uncaught(error, origin = 'uncaughtException') {
  if (isRepl) return process.replFailed(error);
  try {
    process.emit('uncaughtExceptionMonitor', error, origin);
    if (capture()) return capture()(error);
    if (process.emit('uncaughtException', error, origin)) return;
  } catch (other) {
    end(other, 7);
  }
  end(error, 1);
}

function end(error, code) {
  report(error, { version: program.version, write: writeText });
  process.exitCode = code;
  try {
    emitExit();
  } catch {
    // It ends anyway.
  }
  exit(code);
}

const importFile = (file) => import(file).catch((error) => uncaught(error));

/** Modules of `--import`, one after the other, and then what was asked for. */
async function importFirst() {
  try {
    for (const name of program.imports) await import(name);
  } catch (error) {
    uncaught(error);
    return;
  }
  attempt(actions[program.action]);
}

function runScript(name, code, isPrinted) {
  const module = scriptModule(name);
  const given = { require: module.run, module, exports: module.exports, __filename: name, __dirname: '.' };
  for (const [key, value] of Object.entries(given))
    Object.defineProperty(globalThis, key, { value, writable: true, configurable: true });
  rememberSource(name, code);
  const value = compile('module.script', [code, name]);
  if (isPrinted) globalThis.console.log(value);
}

function runText(name, code, isPrinted) {
  const isModule =
    program.inputType === 'module' ||
    (program.inputType === undefined && !isPrinted && call('module.looksLikeModule', [code]));
  if (!isModule) return runScript(name, code, isPrinted);
  call('module.input', [code, name]);
  return importFile(`${process.cwd()}/${name}`);
}

function remembered(path, text) {
  const source = withoutHashbang(text);
  rememberSource(path, source);
  return source;
}

function check() {
  const { path, text, format } = program;
  if (path === undefined) return Module._resolveFilename(program.requested);
  const isModule = format === 'module' || (!format && call('module.looksLikeModule', [text]));
  const source = isModule ? remembered(path, text) : wrapped(path, text);
  compile('module.check', [source, path, isModule]);
  return undefined;
}

function runFile() {
  const { path, text, format, requested } = program;
  if (path === undefined) return Module._load(requested);
  if (format === 'module' || (!format && path.endsWith('.js') && call('module.looksLikeModule', [text]))) {
    remembered(path, text);
    return importFile(path);
  }
  if (format === 'json') return Module._load(path);
  return runMain(path, text);
}

const actions = {
  run: runFile,
  check,
  eval: () => runText('[eval]', program.code, false),
  print: () => runText('[eval]', program.code ?? 'undefined', true),
  input: () => runText('[stdin]', program.text, false),
  repl() {
    isRepl = true;
    startRepl(program.version);
  },
};

const turns = {
  main(text) {
    program = JSON.parse(text);
    startProcess(program);
    const { stackTraceLimit } = program.settings;
    if (stackTraceLimit !== undefined) Error.stackTraceLimit = stackTraceLimit;
    attempt(() => {
      for (const name of program.preload) Module._load(name, scriptModule('[preload]'));
      if (program.imports.length > 0) importFirst();
      else actions[program.action]();
    });
  },
  ticks: runTicks,
  done: (id, answer) => attempt(finish, Number(id), answer),
  timer() {
    const timer = nextDueTimer();
    if (!timer) return '';
    fire(timer);
    return 'more';
  },
  immediate() {
    const immediate = takeImmediate();
    if (!immediate) return '';
    attempt(immediate._onImmediate, ...immediate._args);
    return 'more';
  },
  signal(number) {
    attempt(() => process.emit(signalName(Number(number)), signalName(Number(number)), Number(number)));
  },
  next: () => JSON.stringify(plan(isWaiting())),
  rejection: (promise, reason) =>
    rejected(promise, reason, {
      mode: program.settings.unhandledRejections,
      raise: isRepl ? () => process.replFailed(reason) : uncaught,
    }),
  beforeExit: () => void attempt(() => process.emit('beforeExit', Number(process.exitCode ?? 0))),
  exit: () => String(attempt(emitExit) ?? 0),
  exports: exportsOf,
  builtin: (name) => (isBuiltin(name) ? name : ''),
  error: importError,
};

export default function boot(host) {
  connect(host);
  closeGaps();
  installStacks();
  inspectPromises(ask);
  installIntl();
  installGlobals();
  installDoor();
  onThrown(uncaught);
  return (kind, ...args) => turns[kind](...args) ?? '';
}
