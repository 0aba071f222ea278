/**
 * The shell as a program: its command line, start-up files, and where its commands come from.
 * @see POSIX.1-2024, XCU sh; busybox ash
 */
import type { Maybe } from '../base/index.ts';
import type { Env, Main, Sys } from '../kernel/index.ts';
import { errnoOf, O_CLOEXEC, O_RDONLY, signals, strerror } from '../posix/index.ts';
import { createShellState } from './create.ts';
import type { DialectName } from './dialect.ts';
import { runInteractive } from './interactive.ts';
import { becomeBash, isPlain } from './late.ts';
import { type OptionName, optionNames, optionOf } from './options.ts';
import { runToEnd } from './process.ts';
import { expandPrompt } from './prompt-text.ts';
import { readFile } from './read-file.ts';
import { runText } from './run-text.ts';
import { setOption } from './set-option.ts';
import { describe, type Shell, ShellError } from './shell.ts';
import { runInput } from './source-input.ts';
import { drive, type Step, wait } from './step.ts';
import { diesOfInterrupts, installSignal } from './traps.ts';
import { getVariable } from './variables.ts';

export interface ShellMainOptions {
  readonly dialect: DialectName;
}

/** Makes the main function of `sh`. */
export function createShellMain(options: ShellMainOptions): Main {
  return (sys) => drive(shellMain(sys, options));
}

interface CommandLine {
  readonly options: readonly (readonly [OptionName, boolean])[];
  readonly command: boolean;
  readonly fromStdin: boolean;
  readonly interactive: boolean;
  readonly login: boolean;
  readonly operands: readonly string[];
  /** bash's own: `--norc`, `-O name`, … */
  readonly long: readonly string[];
}

function* shellMain(sys: Sys, { dialect }: ShellMainOptions): Step<number> {
  const name = sys.argv[0] ?? 'sh';
  let line: CommandLine;
  const runScript = scriptRunner(dialect);
  try {
    line = parseCommandLine(sys.argv.slice(1), dialect !== 'ash');
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const shell = createShellState(sys, { dialect, arg0: name, interactive: false, runScript });
    // biome-ignore lint/correctness/useYield: it only complains.
    return yield* runToEnd(shell, function* () {
      throw new ShellError(describe(shell, error.message));
    });
  }
  const terminal = !line.command && line.operands.length === 0 && sys.isatty(0) && sys.isatty(2);
  const interactive = line.interactive || terminal;
  const shell = createShellState(sys, { dialect, arg0: name, interactive, runScript });
  return yield* runToEnd(shell, function* () {
    yield* start(shell, line, name.startsWith('-') || line.login);
  });
}

class UsageError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

function parseCommandLine(args: readonly string[], bash: boolean): CommandLine {
  const long: string[] = [];
  const options: [OptionName, boolean][] = [];
  let command = false;
  let fromStdin = false;
  let interactive = false;
  let login = false;
  let at = 0;
  for (; at < args.length; at++) {
    const word = args[at]!;
    if (word === '--' || word === '-') {
      at++;
      break;
    }
    if (word === '--login') {
      login = true;
      continue;
    }
    if (bash && (/^--./.test(word) || /^[-+]O$/.test(word))) {
      long.push(word);
      if (/^(?:[-+]O|--rcfile|--init-file)$/.test(word)) long.push(args[++at] ?? '');
      continue;
    }
    if (!/^[-+]./.test(word)) break;
    const on = word[0] === '-';
    for (const letter of word.slice(1)) {
      if (letter === 'c') command = true;
      else if (letter === 's') fromStdin = true;
      else if (letter === 'i') interactive = on;
      else if (letter === 'l') login = on;
      else if (letter === 'o') {
        const name = args[++at];
        if (bash) {
          long.push(`${word[0]}o`, name ?? '');
          continue;
        }
        if (!(optionNames as readonly (string | undefined)[]).includes(name)) {
          throw new UsageError(`illegal option ${word[0]}o ${name ?? ''}`);
        }
        options.push([name as OptionName, on]);
      } else {
        const option = optionOf(letter);
        if (!option && bash) {
          long.push(`${word[0]}${letter}`);
          continue;
        }
        if (!option) throw new UsageError(`illegal option ${word[0]}${letter}`);
        options.push([option, on]);
      }
    }
  }
  const operands = args.slice(at);
  if (command && operands.length === 0) throw new UsageError('-c requires an argument');
  return { options, command, fromStdin, interactive, login, operands, long };
}

/** Sets the shell up and runs what it is to run. */
function* start(shell: Shell, line: CommandLine, login: boolean): Step<void> {
  noteIgnored(shell);
  const { operands, long } = line;
  shell.options.interactive = shell.interactive;
  shell.options.command = line.command;
  shell.options.stdin = line.fromStdin || (!line.command && operands.length === 0);
  for (const [name, on] of line.options) if (name !== 'monitor') shell.options[name] = on;
  shell.options.login = login;
  if (long.length || !shell.interactive) yield* becomeBash(shell);
  if (long.length && (yield* shell.bash!.takeLongOptions(shell, long))) return;
  if (line.command) {
    shell.arg0 = operands[1] ?? shell.arg0;
    if (operands[1] !== undefined) shell.commandName = operands[1];
    shell.parameters = operands.slice(2);
  } else if (shell.options.stdin) shell.parameters = operands;
  else {
    shell.arg0 = operands[0]!;
    shell.commandName = operands[0]!;
    shell.parameters = operands.slice(1);
  }
  if (shell.interactive)
    for (const signal of [signals.INT, signals.QUIT, signals.TERM]) installSignal(shell, signal);
  else if (diesOfInterrupts(shell)) installSignal(shell, signals.INT);
  const monitor = line.options.findLast(([name]) => name === 'monitor')?.[1] ?? shell.interactive;
  if (monitor) yield* setOption(shell, 'monitor', true);
  if (line.command) shell.bash?.noteCommandLine(shell, operands[0]!);
  yield* runStartUp(shell, login, long);
  if (line.command)
    yield* runText(shell, operands[0]!, {
      line: shell.dialect.name === 'ash' ? 0 : 1,
      last: true,
      name: '-c',
    });
  else if (!shell.options.stdin) yield* runFile(shell, operands[0]!);
  else if (shell.interactive) yield* runInteractive(shell);
  else yield* runInput(shell, 0);
}

/** A shell without a person leaves alone what was ignored when it began. */
function noteIgnored(shell: Shell): void {
  if (shell.interactive) return;
  for (let signal = 1; signal < 32; signal++) {
    if (signal === signals.KILL || signal === signals.STOP) continue;
    const before = shell.sys.sigaction(signal, 'default');
    if (before === 'ignore') {
      shell.sys.sigaction(signal, 'ignore');
      shell.ignored.add(signal);
    }
  }
}

/** /etc/profile and ~/.profile of a login shell; $ENV, or bash's files, of an interactive one. */
function* runStartUp(shell: Shell, login: boolean, long: readonly string[]): Step<void> {
  const home = getVariable(shell.variables, 'HOME');
  if (login && !long.includes('--noprofile')) {
    yield* runProfile(shell, '/etc/profile');
    if (home)
      for (const name of shell.dialect.loginUp) if (yield* runProfile(shell, `${home}/${name}`)) break;
  }
  const script = shell.interactive ? undefined : shell.bash?.startUpScript(shell);
  if (script) yield* runProfile(shell, script);
  if (!shell.interactive || long.includes('--norc')) return;
  if (!login) {
    const files = shell.dialect.startUp;
    // Only what came with options of bash's own is a bash already.
    for (const path of shell.bash?.startUpFiles(files, long) ?? files)
      yield* runProfile(shell, path.replace(/^~/, home ?? ''));
  }
  if (getVariable(shell.variables, 'ENV') === undefined || shell.dialect.startUp.length > 0) return;
  const path = yield* expandPrompt(shell, 'ENV', '');
  if (path) yield* runProfile(shell, path);
}

/** Answers whether there was such a file. */
function* runProfile(shell: Shell, path: string): Step<boolean> {
  let text: string;
  try {
    text = yield* wait(readFile(shell.sys, path));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
  yield* runText(shell, text, { line: 1, name: path, plain: isPlain(text) });
  shell.flow = undefined;
  return true;
}

function* runFile(shell: Shell, path: string): Step<void> {
  let fd: number;
  try {
    fd = yield* wait(shell.sys.open(path, O_RDONLY | O_CLOEXEC));
    // Out of the way of descriptors that scripts use by number.
    const high = shell.sys.dup(fd, { min: 10, cloexec: true });
    yield* wait(shell.sys.close(fd));
    fd = high;
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    shell.commandName = undefined;
    shell.arg0 = shell.sys.argv[0] ?? 'sh';
    const message =
      shell.dialect.name === 'ash' ? `can't open '${path}': ${strerror(code)}` : `${path}: ${strerror(code)}`;
    throw new ShellError(
      describe(shell, message),
      shell.dialect.name === 'ash' ? 2 : code === 'ENOENT' ? 127 : 126,
    );
  }
  yield* runInput(shell, fd);
}

/** How a file without a format becomes a script of this shell. */
export function scriptRunner(dialect: DialectName): Shell['runScript'] {
  const runScript = (
    sys: Sys,
    path: string,
    parameters: readonly string[],
    environment: Env,
  ): Maybe<number> => {
    const shell = createShellState(sys, { dialect, arg0: path, interactive: false, environment, runScript });
    shell.commandName = path;
    shell.parameters = parameters;
    return drive(
      runToEnd(shell, function* () {
        yield* runFile(shell, path);
      }),
    );
  };
  return runScript;
}
