/** What programmable completion proposes. @see bash manual, 8.6 "Programmable Completion" */
import { errnoOf, isDir } from '../../../posix/index.ts';
import { assign } from '../../assign.ts';
import { expandText } from '../../expand.ts';
import { callFunction } from '../../function.ts';
import { jobState } from '../../jobs.ts';
import { createReader, parseLine } from '../../parser.ts';
import { readFile } from '../../read-file.ts';
import { describe, type Shell, writeText } from '../../shell.ts';
import { type Step, wait } from '../../step.ts';
import { substituteCommand } from '../../substitute.ts';
import { getVariable, unsetVariable, type Variable } from '../../variables.ts';
import { parsePrompt } from '../../words.ts';
import { bashOptions } from '../option-names.ts';
import { compilePattern, expandPattern } from '../pattern.ts';
import { singleQuote } from '../quote.ts';
import { shoptNames } from '../state.ts';
import { listOf } from '../values.ts';
import { KEYWORDS } from './lookup.ts';
import { fail } from './options.ts';
import { builtins, findBuiltin } from './table.ts';
import { signalNames } from './trap.ts';
import { usages } from './usages.ts';

export interface Generation {
  readonly actions: readonly string[];
  readonly options: readonly string[];
  /** Of -G, -W, -F, -C, -X, -P, -S. */
  readonly values: ReadonlyMap<string, string>;
}

/** All that a specification makes of a word, filtered by -X, with prefix and suffix. */
export function* generate(shell: Shell, { actions: names, options, values }: Generation, word: string) {
  const found: string[] = [];
  for (const name of names) {
    const list = yield* actions.get(name)!(shell, word);
    found.push(...list.filter((each) => each.startsWith(word)));
  }
  if (values.has('G')) found.push(...(yield* globbed(shell, values.get('G')!)));
  if (values.has('W')) {
    const items = yield* wordList(shell, values.get('W')!);
    found.push(...items.filter((each) => each.startsWith(word)));
  }
  if (values.has('F')) found.push(...(yield* byFunction(shell, values.get('F')!, word)));
  if (values.has('C')) found.push(...(yield* byCommand(shell, values.get('C')!, word)));
  const kept = values.has('X') ? filtered(shell, values.get('X')!, word, found) : found;
  const all = kept.map((each) => (values.get('P') ?? '') + each + (values.get('S') ?? ''));
  const whenNone: [option: string, list: Lister][] = [
    ['dirnames', folders],
    ['bashdefault', variableWords],
    ['default', files],
  ];
  for (const [option, list] of whenNone)
    if (all.length === 0 && options.includes(option))
      all.push(...(yield* list(shell, word)).filter((each) => each.startsWith(word)));
  if (options.includes('plusdirs')) all.push(...(yield* folders(shell, word)));
  return all;
}

function* globbed(shell: Shell, pattern: string): Step<string[]> {
  const paths = yield* expandPattern(shell, { text: pattern, pattern });
  return paths.length === 1 && paths[0] === pattern ? [] : [...paths];
}

/** -W: expanded, then split at IFS. */
function* wordList(shell: Shell, text: string): Step<string[]> {
  const reader = createReader(text, shell, shell.line);
  const expanded = yield* expandText(shell, parsePrompt(text, reader));
  const ifs = getVariable(shell.variables, 'IFS') ?? ' \t\n';
  const items = [''];
  for (const char of expanded) {
    if (ifs.includes(char)) items.push('');
    else items[items.length - 1] += char;
  }
  return items.filter((item) => item !== '');
}

/** -F: what the function leaves in COMPREPLY. */
function* byFunction(shell: Shell, name: string, word: string): Step<readonly string[]> {
  const body = shell.functions.get(name);
  if (!body) {
    const message = describe({ ...shell, commandName: 'completion' }, `function \`${name}' not found`);
    yield* wait(writeText(shell.sys, 2, `${message}\n`));
    return [];
  }
  const { status } = shell;
  yield* asCompletion(shell, callFunction(shell, body, [name, 'compgen', word, '']));
  shell.status = status;
  const { values } = listOf(shell, 'COMPREPLY');
  unsetVariable(shell.variables, 'COMPREPLY');
  return values;
}

/** -C: the lines that a command prints. */
function* byCommand(shell: Shell, command: string, word: string): Step<string[]> {
  const text = `${command} compgen ${singleQuote(word)} ''`;
  const reader = createReader(text, shell, shell.line);
  const body = parseLine(reader);
  if (!body) return [];
  const output = yield* asCompletion(shell, substituteCommand(shell, body));
  return output === '' ? [] : output.split('\n');
}

/** Runs what proposes, which sees that outside of an editor there is no line. */
function* asCompletion<T>(shell: Shell, work: Step<T>): Step<T> {
  const { commandName } = shell;
  shell.commandName = undefined;
  const line = { COMP_LINE: '', COMP_POINT: '0', COMP_CWORD: '-1' };
  for (const [name, value] of Object.entries(line)) assign(shell, name, value);
  try {
    return yield* work;
  } finally {
    shell.commandName = commandName;
    for (const name of Object.keys(line)) unsetVariable(shell.variables, name);
  }
}

/** -X takes out what matches, `!` what does not; `&` is the word. */
function filtered(shell: Shell, filter: string, word: string, found: readonly string[]): string[] {
  const negated = filter.startsWith('!');
  const source = filter.slice(negated ? 1 : 0).replace(/\\&|&/g, (match) => (match === '&' ? word : '&'));
  const pattern = compilePattern(shell, source);
  return found.filter((each) => pattern.matches(each) === negated);
}

type Lister = (shell: Shell, word: string) => Step<readonly string[]>;

const listed = (list: (shell: Shell) => Iterable<string>): Lister =>
  // biome-ignore lint/correctness/useYield: others have to ask the system.
  function* (shell) {
    return [...list(shell)];
  };

const variables = (wanted: (variable: Variable) => unknown): Lister =>
  listed(({ variables: { map } }) =>
    [...map]
      .filter(([, variable]) => wanted(variable))
      .map(([name]) => name)
      .sort(),
  );

const jobs = (state?: string): Lister =>
  listed(({ jobs: { list } }) =>
    list
      .filter((job) => !state || jobState(job) === state)
      .map((job) => job.processes[0]!.text.split(' ')[0]!),
  );

/** Names in a table of the system: the field behind `separator`s. */
const named = (path: string, pick: (line: string) => string[]): Lister =>
  function* ({ sys }) {
    try {
      const lines = (yield* wait(readFile(sys, path))).split('\n');
      return lines.flatMap((line) => pick(line.replace(/#.*/, '').trim()));
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      return [];
    }
  };

const firstField = (line: string): string[] => (line === '' ? [] : [line.split(/[:\s]/)[0]!]);
const variableWords = function* (shell: Shell, word: string): Step<string[]> {
  if (!word.startsWith('$')) return [];
  return [...shell.variables.map.keys()].map((name) => `$${name}`).sort();
};
const files: Lister = (shell, word) => paths(shell, word, false);
const folders: Lister = (shell, word) => paths(shell, word, true);

/** By name, in the order of `complete -p`. */
export const actions: ReadonlyMap<string, Lister> = new Map([
  ['alias', listed(({ aliases }) => [...aliases.keys()].sort())],
  ['arrayvar', variables(({ traits }) => traits?.elements)],
  ['binding', unsupported],
  ['builtin', listed(() => [...builtins().keys()].sort())],
  ['command', commands],
  ['directory', folders],
  ['disabled', listed(({ bashState }) => [...bashState.disabled].sort())],
  ['enabled', listed((shell) => [...builtins().keys()].filter((name) => findBuiltin(shell, name)).sort())],
  ['export', variables(({ exported }) => exported)],
  ['file', files],
  ['function', listed(({ functions }) => [...functions.keys()].sort())],
  ['group', named('/etc/group', firstField)],
  ['helptopic', listed(() => Object.keys(usages).sort())],
  ['hostname', named('/etc/hosts', (line) => line.split(/\s+/).slice(1))],
  ['job', jobs()],
  ['keyword', listed(() => KEYWORDS)],
  ['running', jobs('Running')],
  ['service', named('/etc/services', firstField)],
  ['setopt', listed(() => bashOptions.map(({ name }) => name))],
  ['shopt', listed(() => shoptNames)],
  ['signal', listed(() => ['EXIT', ...signalNames.map(([, name]) => name), 'DEBUG', 'ERR', 'RETURN'])],
  ['stopped', jobs('Stopped')],
  ['user', named('/etc/passwd', firstField)],
  ['variable', variables(({ value, traits }) => value !== undefined || traits)],
]);

// biome-ignore lint/correctness/useYield: it only complains.
function* unsupported(shell: Shell): Step<string[]> {
  throw fail(shell, 'binding: not supported here');
}

function* paths(shell: Shell, word: string, folders: boolean): Step<string[]> {
  const directory = word.slice(0, word.lastIndexOf('/') + 1);
  try {
    const entries = yield* wait(shell.sys.readdir(directory || '.'));
    return entries
      .filter(({ type, name }) => (!folders || isDir(type)) && name !== '.' && name !== '..')
      .map(({ name }) => directory + name)
      .sort();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return [];
  }
}

function* commands(shell: Shell): Step<string[]> {
  return [
    ...shell.aliases.keys(),
    ...KEYWORDS,
    ...shell.functions.keys(),
    ...builtins().keys(),
    ...(yield* programs(shell)),
  ];
}

function* programs(shell: Shell): Step<string[]> {
  const names: string[] = [];
  for (const directory of (getVariable(shell.variables, 'PATH') ?? '').split(':')) {
    try {
      for (const { name } of yield* wait(shell.sys.readdir(directory || '.'))) names.push(name);
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
    }
  }
  return names;
}
