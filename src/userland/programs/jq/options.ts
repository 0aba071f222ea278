/** jq's command line: flags in any order, the program the first word that is none. */

import { bytesOfBinary, textOf } from '../../../posix/index.ts';
import { readSmallFile } from '../../files.ts';
import type { Io } from '../../io.ts';
import { LATER } from './builtins.ts';
import { Inputs } from './inputs.ts';
import { JsonProblem, parseJson } from './json.ts';
import type { Value } from './values.ts';

export interface JqOptions {
  readonly flags: ReadonlySet<string>;
  readonly program: string | undefined;
  readonly files: readonly string[];
  readonly indent: string;
  readonly named: ReadonlyMap<string, Value>;
  readonly positional: readonly Value[];
}

/** A command line that cannot be done: message and status. */
export class OptionProblem extends Error {
  readonly status: number;
  constructor(message: string, status = 2) {
    super(message);
    this.status = status;
  }
}

/** What each option is for, as `--help` lists them. */
const ABOUT: readonly (readonly [options: string, about: string])[] = [
  ['-n, --null-input', 'run once, with null as input'],
  ['-R, --raw-input', 'take each line for a string'],
  ['-s, --slurp', 'take all inputs for one array'],
  ['-c, --compact-output', 'one line for each output'],
  ['-r, --raw-output', 'strings without quotes'],
  ['    --raw-output0', 'as -r, with NUL behind each output'],
  ['-j, --join-output', 'as -r, with nothing behind each output'],
  ['-a, --ascii-output', 'escape what is not ASCII'],
  ['-S, --sort-keys', 'keys of objects in order'],
  ['-C, --color-output', 'colours always'],
  ['-M, --monochrome-output', 'colours never'],
  ['    --tab', 'indent by tabs'],
  ['    --indent n', 'indent by n blanks'],
  ['    --unbuffered', 'print each output at once'],
  ['    --stream', 'take inputs for streams of events'],
  ['    --seq', 'record separators around values'],
  ['-f, --from-file', 'the program is in a file'],
  ['-e, --exit-status', "the last output's truth is the exit status"],
  ['    --arg a v', 'set $a to the string v'],
  ['    --argjson a v', 'set $a to the JSON value v'],
  ['    --slurpfile a f', 'set $a to all values of file f'],
  ['    --rawfile a f', 'set $a to the text of file f'],
  ['    --args', 'further words are strings, $ARGS.positional'],
  ['    --jsonargs', 'further words are JSON values'],
  ['-V, --version', 'which jq this is'],
];

export function helpText(): string {
  const rows = ABOUT.map(([options, about]) => `  ${options.padEnd(26)}${about}\n`);
  return `Usage: jq [OPTIONS] FILTER [FILES...]
   or: jq [OPTIONS] -n FILTER

Run a program over JSON values, and print what it gives

${rows.join('')}`;
}

const FLAGS: Readonly<Record<string, string>> = {
  a: 'ascii-output',
  C: 'color-output',
  c: 'compact-output',
  e: 'exit-status',
  f: 'from-file',
  h: 'help',
  j: 'join-output',
  M: 'monochrome-output',
  n: 'null-input',
  R: 'raw-input',
  r: 'raw-output',
  S: 'sort-keys',
  s: 'slurp',
  V: 'version',
};
const LONG = new Set([...Object.values(FLAGS), ...['raw-output0', 'seq', 'stream', 'tab', 'unbuffered']]);

export async function parseArguments(io: Io, args: readonly string[]): Promise<JqOptions> {
  const flags = new Set<string>();
  const named = new Map<string, Value>();
  const positional: Value[] = [];
  const words: string[] = [];
  let indent = '  ';
  let rest: 'files' | 'strings' | 'values' = 'files';
  let literal = false;
  let at = 0;
  const take = (option: string, what: string): string => {
    const value = args[at++];
    if (value === undefined) throw new OptionProblem(`--${option} takes ${what}`);
    return value;
  };
  const takeWord = (word: string): void => {
    if (words.length === 0 || rest === 'files') words.push(word);
    else positional.push(rest === 'strings' ? word : jsonOf(word, 'invalid JSON text passed to --jsonargs'));
  };
  while (at < args.length) {
    const word = args[at++]!;
    if (literal || !word.startsWith('-') || word === '-') {
      takeWord(word);
      continue;
    }
    if (word === '--') {
      literal = true;
      continue;
    }
    if (!word.startsWith('--')) {
      for (const letter of word.slice(1)) {
        const flag = Object.hasOwn(FLAGS, letter) ? FLAGS[letter]! : undefined;
        if (!flag) throw unknown(word);
        flags.add(flag);
      }
      continue;
    }
    const name = word.slice(2);
    switch (name) {
      case 'indent': {
        const count = take(name, 'one parameter');
        if (!/^-?\d+$/.test(count) || Number(count) < -1 || Number(count) > 7)
          throw new OptionProblem('--indent takes a number between -1 and 7');
        indent = ' '.repeat(Math.max(0, Number(count)));
        break;
      }
      case 'arg':
      case 'argjson':
      case 'slurpfile':
      case 'rawfile': {
        const example = { arg: 'value', argjson: 'text', slurpfile: 'filename', rawfile: 'filename' }[name];
        const needs = `two parameters (e.g. --${name} varname ${example})`;
        const variable = take(name, needs);
        const value = take(name, needs);
        // The first of a name stands.
        const read = await namedValue(io, name, variable, value);
        if (!named.has(variable)) named.set(variable, read);
        break;
      }
      case 'args':
        rest = 'strings';
        break;
      case 'jsonargs':
        rest = 'values';
        break;
      default:
        if (!LONG.has(name)) throw unknown(word);
        flags.add(name);
        if (name === 'tab') indent = '\t';
    }
  }
  const [program, ...files] = words;
  return { flags, program, files, indent: flags.has('compact-output') ? '' : indent, named, positional };
}

function unknown(word: string): OptionProblem {
  return new OptionProblem(`Unknown option ${word}`);
}

function jsonOf(text: string, complaint: string): Value {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    throw new OptionProblem(complaint);
  }
}

async function namedValue(io: Io, kind: string, variable: string, value: string): Promise<Value> {
  if (kind === 'arg') return value;
  if (kind === 'argjson') return jsonOf(value, 'invalid JSON text passed to --argjson');
  const binary = await readSmallFile(io.sys, value);
  if (binary === undefined)
    throw new OptionProblem(
      `Bad JSON in --${kind} ${variable} ${value}: Could not open ${value}: No such file or directory`,
    );
  if (kind === 'rawfile') return textOf(bytesOfBinary(binary));
  const inputs = new Inputs(io, [value], { raw: false, slurp: true, stream: false });
  for (;;) {
    const all = inputs.poll();
    if (all !== LATER) return all ?? [];
    await inputs.fill();
  }
}
