/** compgen, complete, compopt: what they generate, list and keep; Tab asks the laptop's own completion. */
import { errnoOf, isDir } from '../../../posix/index.ts';
import type { BuiltinTable } from '../../builtins/types.ts';
import { expandText } from '../../expand.ts';
import { createReader } from '../../parser.ts';
import { complain, type Shell } from '../../shell.ts';
import { type Step, wait } from '../../step.ts';
import { getVariable } from '../../variables.ts';
import { parsePrompt } from '../../words.ts';
import { singleQuote } from '../quote.ts';
import { shoptNames } from '../state.ts';
import { KEYWORDS } from './lookup.ts';
import { parseFlags, say, usageError } from './options.ts';
import { builtins } from './table.ts';

const LETTERS = 'abcdefgjksuvprDEIo:A:G:W:F:C:X:P:S:';
const ACTIONS: Readonly<Record<string, string>> = {
  a: 'alias',
  b: 'builtin',
  c: 'command',
  d: 'directory',
  e: 'export',
  f: 'file',
  j: 'job',
  k: 'keyword',
  s: 'service',
  u: 'user',
  v: 'variable',
};

function* compgen(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, values, operands } = parseFlags(shell, words, LETTERS);
  const [word = ''] = operands;
  const actions = [...flags].map((flag) => ACTIONS[flag]).filter((name) => name !== undefined);
  if (values.has('A')) actions.push(values.get('A')!);
  const found: string[] = [];
  for (const action of actions) {
    const list = yield* candidates(shell, action, word);
    if (!list) throw usageError(shell, 'compgen', `${action}: invalid action name`);
    found.push(...list.filter((each) => each.startsWith(word)));
  }
  if (values.has('W')) {
    const text = values.get('W')!;
    const reader = createReader(text, { ...shell, line: shell.line });
    const expanded = yield* expandText(shell, parsePrompt(text, reader));
    const ifs = getVariable(shell.variables, 'IFS') ?? ' \t\n';
    let item = '';
    for (const char of `${expanded}${ifs[0] ?? ''}`) {
      if (!ifs.includes(char)) item += char;
      else {
        if (item !== '' && item.startsWith(word)) found.push(item);
        item = '';
      }
    }
  }
  const lines = found.map((each) => `${values.get('P') ?? ''}${each}${values.get('S') ?? ''}\n`);
  yield* wait(say(shell, lines.join('')));
  return found.length ? 0 : 1;
}

function* candidates(shell: Shell, action: string, word: string): Step<string[] | undefined> {
  switch (action) {
    case 'alias':
      return [...shell.aliases.keys()].sort();
    case 'builtin':
    case 'enabled':
      return [...builtins().keys()].sort();
    case 'keyword':
      return [...KEYWORDS];
    case 'function':
      return [...shell.functions.keys()].sort();
    case 'variable':
      return [...shell.variables.map]
        .filter(([, { value, traits }]) => value !== undefined || traits)
        .map(([name]) => name)
        .sort();
    case 'export':
      return [...shell.variables.map]
        .filter(([, { exported }]) => exported)
        .map(([name]) => name)
        .sort();
    case 'shopt':
      return [...shoptNames];
    case 'arrayvar':
      return [...shell.variables.map]
        .filter(([, { traits }]) => traits?.elements)
        .map(([name]) => name)
        .sort();
    case 'file':
    case 'directory':
      return yield* paths(shell, word, action === 'directory');
    case 'command':
      return [
        ...shell.aliases.keys(),
        ...KEYWORDS,
        ...shell.functions.keys(),
        ...builtins().keys(),
        ...(yield* programs(shell)),
      ];
    case 'job':
    case 'running':
    case 'stopped':
    case 'service':
    case 'user':
    case 'group':
    case 'hostname':
    case 'signal':
    case 'setopt':
    case 'helptopic':
    case 'disabled':
    case 'binding':
      return [];
    default:
      return undefined;
  }
}

function* paths(shell: Shell, word: string, folders: boolean): Step<string[]> {
  const directory = word.slice(0, word.lastIndexOf('/') + 1);
  try {
    const entries = yield* wait(shell.sys.readdir(directory || '.'));
    return entries
      .filter(
        ({ type, name }) =>
          (!folders || isDir(type)) &&
          (!name.startsWith('.') || word.slice(directory.length).startsWith('.')),
      )
      .map(({ name }) => directory + name)
      .sort();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return [];
  }
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

/** Specifications are kept and listed, so that start-up files that make them run. */
function* complete(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, values, operands } = parseFlags(shell, words, LETTERS);
  const { completions } = shell.bashState;
  if (flags.has('r')) {
    if (operands.length === 0) completions.clear();
    for (const name of operands) completions.delete(name);
    return 0;
  }
  if (flags.has('p') || (operands.length === 0 && flags.size === 0 && values.size === 0)) {
    let status = 0;
    for (const name of operands.length ? operands : completions.keys()) {
      const specification = completions.get(name);
      if (specification !== undefined) yield* wait(say(shell, `complete ${specification}${name}\n`));
      else {
        yield* wait(complain(shell, `${name}: no completion specification`));
        status = 1;
      }
    }
    return status;
  }
  if (operands.length === 0 && !flags.has('D') && !flags.has('E') && !flags.has('I'))
    throw usageError(shell, 'complete');
  let text = values.has('o') ? `-o ${values.get('o')} ` : '';
  for (const flag of flags) text += `-${flag} `;
  if (values.has('A')) {
    const short = Object.entries(ACTIONS).find(([, name]) => name === values.get('A'))?.[0];
    text += short ? `-${short} ` : `-A ${values.get('A')} `;
  }
  for (const letter of ['G', 'W', 'P', 'S', 'X'])
    if (values.has(letter)) text += `-${letter} ${singleQuote(values.get(letter)!)} `;
  for (const letter of ['F', 'C']) if (values.has(letter)) text += `-${letter} ${values.get(letter)} `;
  for (const name of operands) completions.set(name, text);
  return 0;
}

function* compopt(shell: Shell): Step<number> {
  yield* wait(complain(shell, 'not currently executing completion function'));
  return 1;
}

export const completionBuiltins: BuiltinTable = {
  compgen: { run: compgen },
  complete: { run: complete },
  compopt: { run: compopt },
};
