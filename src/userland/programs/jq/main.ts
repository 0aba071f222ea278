/**
 * jq: programs over JSON, as jq 1.7 runs them.
 *
 * Options (options.ts) → program text → tree (parse.ts) → names checked (check.ts) → run (evaluate.ts) over each
 * input (inputs.ts) → printed (json.ts). Modules (`import`) are not read.
 */

import { bytesOfBinary, textOf } from '../../../posix/index.ts';
import { readSmallFile } from '../../files.ts';
import { applet, type Io, Quit } from '../../io.ts';
import { ownVersion } from '../../own-version.ts';
import { HaltProgram, LATER, nativesFor } from './builtins.ts';
import { checkNames } from './check.ts';
import { type Env, withVariable } from './environment.ts';
import { Machine } from './evaluate.ts';
import { InputProblem, Inputs } from './inputs.ts';
import { dumpJson, type PrintRules, printJson } from './json.ts';
import { SyntaxProblem } from './lex.ts';
import { loadLibrary } from './library.ts';
import { valueFunctions } from './natives.ts';
import { helpText, type JqOptions, OptionProblem, parseArguments } from './options.ts';
import { PAUSE } from './output.ts';
import { parseProgram } from './parse.ts';
import type { Node } from './syntax.ts';
import { JqError, type Value } from './values.ts';

const USAGE = `Usage:\tjq [OPTIONS] FILTER [FILES...]
\tjq [OPTIONS] -n FILTER
\tjq [OPTIONS] -f PROGRAM-FILE [FILES...]
`;
const HELP_HINT = `Use jq --help for help with command-line options,
or see the jq manpage, or online docs  at https://jqlang.github.io/jq
`;

const QUOTING = ' (Unix shell quoting issues?)';

const FAILED = 5;
const COMPILE_ERROR = 3;
const BAD_INPUT = 2;

export const main = applet({
  usage: '[OPTIONS] FILTER [FILES...]',
  ownHelp: true,
  async run(io) {
    try {
      return await session(io, await parseArguments(io, io.args));
    } catch (error) {
      if (!(error instanceof OptionProblem)) throw error;
      io.printError(`jq: ${error.message}\n${HELP_HINT}`);
      return error.status;
    }
  },
});

/** The version that this follows. */
const FOLLOWED = '1.7.1';

async function session(io: Io, options: JqOptions): Promise<number> {
  const { flags } = options;
  if (flags.has('help')) {
    io.print(helpText());
    return 0;
  }
  if (flags.has('version')) {
    io.print(`jq-${await ownVersion(io.sys, FOLLOWED)}\n`);
    return 0;
  }
  if (options.program === undefined) {
    io.printError(`${USAGE}${HELP_HINT}`);
    return BAD_INPUT;
  }
  const text = flags.has('from-file') ? await programFile(io, options.program) : options.program;
  const inputs = new Inputs(io, options.files, {
    raw: flags.has('raw-input'),
    slurp: flags.has('slurp'),
    stream: flags.has('stream'),
  });
  const { machine, node, env } = compile(io, options, text, inputs);
  return runAll(io, options, { machine, node, env, inputs });
}

async function programFile(io: Io, path: string): Promise<string> {
  const binary = await readSmallFile(io.sys, path);
  if (binary !== undefined) return textOf(bytesOfBinary(binary));
  io.printError(`jq: Could not open ${path}: No such file or directory\n`);
  throw new Quit(BAD_INPUT);
}

interface Session {
  readonly machine: Machine;
  readonly node: Node;
  readonly env: Env | undefined;
  readonly inputs: Inputs;
}

/** Parses the program and gives it its names. */
function compile(io: Io, options: JqOptions, text: string, inputs: Inputs): Omit<Session, 'inputs'> {
  const library = loadLibrary();
  const names: string[] = [];
  const natives = nativesFor(
    valueFunctions(io.sys.env, () => io.sys.now()),
    {
      nextInput: () => inputs.poll(),
      complain: (line) => io.printError(line),
      fileName: () => inputs.fileName,
      lines: () => inputs.lines,
    },
    () => names,
  );
  names.push(...[...library.keys(), ...natives.keys()].filter((name) => !name.startsWith('_')));
  const variables = variablesOf(io, options);
  try {
    const node = parseProgram(text);
    checkNames(node, new Set([...library.keys(), ...natives.keys()]), [...variables.keys()]);
    let env: Env | undefined;
    for (const [name, value] of variables) env = withVariable(env, name, value);
    return { machine: new Machine(natives, library, env), node, env };
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    for (const { message, at } of error.all) {
      const hint = message.startsWith('syntax error') ? QUOTING : '';
      const start = text.lastIndexOf('\n', at - 1) + 1;
      const line = text.slice(0, start).split('\n').length;
      const shown = text.slice(start).split('\n')[0] + ' '.repeat(at - start);
      io.printError(`jq: error: ${message}${hint} at <top-level>, line ${line}:\n${shown}\n`);
    }
    const count = error.all.length;
    io.printError(`jq: ${count} compile error${count === 1 ? '' : 's'}\n`);
    throw new Quit(COMPILE_ERROR);
  }
}

function variablesOf(io: Io, { named, positional }: JqOptions): Map<string, Value> {
  const environment = new Map<string, Value>(Object.entries(io.sys.env));
  const all = new Map<string, Value>([
    ['positional', positional],
    ['named', new Map(named)],
  ]);
  return new Map<string, Value>([['ENV', environment], ['__prog_args', []], ['ARGS', all], ...named]);
}

async function runAll(io: Io, options: JqOptions, session: Session): Promise<number> {
  const { inputs } = session;
  const state = { status: 0, last: undefined as Value | undefined };
  try {
    if (options.flags.has('null-input')) await runOne(io, options, session, null, state);
    else {
      for (;;) {
        const input = await nextInput(io, inputs);
        if (input === undefined) break;
        await runOne(io, options, session, input, state);
      }
    }
  } catch (error) {
    if (error instanceof HaltProgram) return halted(io, error);
    if (!(error instanceof InputProblem)) throw error;
    io.printError(`jq: parse error: ${error.message}\n`);
    return FAILED;
  }
  if (inputs.failures > 0) return BAD_INPUT;
  if (state.status !== 0 || !options.flags.has('exit-status')) return state.status;
  if (state.last === undefined) return 4;
  return state.last === null || state.last === false ? 1 : 0;
}

async function nextInput(io: Io, inputs: Inputs): Promise<Value | undefined> {
  for (;;) {
    const input = inputs.poll();
    if (input !== LATER) return input;
    await inputs.fill();
    await io.pump();
  }
}

/** Runs the program over one input and prints what it gives. */
async function runOne(
  io: Io,
  options: JqOptions,
  { machine, node, env, inputs }: Session,
  input: Value,
  state: { status: number; last: Value | undefined },
): Promise<void> {
  const print = printerFor(io, options);
  try {
    for (const out of machine.run(node, env, input, undefined)) {
      if (out === PAUSE) {
        if (inputs.wanting) await inputs.fill();
        await io.pump();
        continue;
      }
      print(out.value);
      state.last = out.value;
      const pumped = options.flags.has('unbuffered') ? io.flush() : io.pump();
      if (pumped instanceof Promise) await pumped;
    }
  } catch (error) {
    const value =
      error instanceof JqError
        ? error.value
        : error instanceof RangeError
          ? 'calls nest too deep'
          : undefined;
    if (value === undefined) throw error;
    const place = options.flags.has('null-input') ? '<unknown>' : inputs.place;
    const shown = typeof value === 'string' ? `: ${value}` : ` (not a string): ${dumpJson(value)}`;
    io.printError(`jq: error (at ${place})${shown}\n`);
    state.status = FAILED;
  }
}

function halted(io: Io, { status, value }: HaltProgram): number {
  if (typeof value === 'string') io.printError(value);
  else if (value !== undefined) io.printError(`${dumpJson(value)}\n`);
  return status & 255;
}

const COLOURS = ['0;90', '0;39', '0;39', '0;39', '0;32', '1;39', '1;39', '1;34'];

function printerFor(io: Io, { flags, indent }: JqOptions): (value: Value) => void {
  const coloured =
    flags.has('color-output') ||
    (!flags.has('monochrome-output') && io.sys.isatty(1) && !io.sys.env['NO_COLOR']);
  const rules: PrintRules = {
    indent,
    sortKeys: flags.has('sort-keys'),
    ascii: flags.has('ascii-output'),
    colours: coloured ? coloursFrom(io.sys.env['JQ_COLORS']) : undefined,
  };
  const nul = flags.has('raw-output0');
  const joined = flags.has('join-output');
  const raw = flags.has('raw-output') || nul || joined;
  return (value) => {
    if (flags.has('seq')) io.put('\x1e');
    if (raw && typeof value === 'string') {
      if (nul && value.includes('\0')) {
        throw new JqError('Cannot dump a string containing NUL with --raw-output0 option');
      }
      io.print(rules.ascii ? printJson(value, rules).slice(1, -1) : value);
    } else io.print(printJson(value, rules));
    io.put(nul ? '\0' : joined ? '' : '\n');
  };
}

/** Colours of the environment in place of the first ones. */
function coloursFrom(setting: string | undefined): readonly string[] {
  if (setting === undefined || !/^[0-9;:]*$/.test(setting)) return COLOURS;
  const given = setting.split(':');
  return COLOURS.map((colour, i) => given[i] ?? colour);
}
