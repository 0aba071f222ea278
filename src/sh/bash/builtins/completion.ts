/** compgen, complete, compopt: what they generate, list and keep; Tab asks the laptop's own completion. */
import type { BuiltinTable } from '../../builtins/types.ts';
import { complain, type Shell } from '../../shell.ts';
import { type Step, wait } from '../../step.ts';
import { singleQuote } from '../quote.ts';
import { actions, type Generation, generate } from './candidates.ts';
import { fail, parseFlags, say, usageError } from './options.ts';

const LETTERS = 'abcdefgjksuvo:A:G:W:F:C:X:P:S:';
/** Actions that have a letter, in the order in which `complete -p` lists them. */
const SHORT: Readonly<Record<string, string>> = {
  a: 'alias',
  b: 'builtin',
  c: 'command',
  d: 'directory',
  e: 'export',
  f: 'file',
  g: 'group',
  j: 'job',
  k: 'keyword',
  s: 'service',
  u: 'user',
  v: 'variable',
};
/** In that order, too. */
const OPTIONS = 'bashdefault default dirnames filenames noquote nosort nospace plusdirs'.split(' ');

/** What the options of compgen and complete ask for. @throws {CommandFailure} */
function parseSpecification(shell: Shell, words: readonly string[], more = '') {
  const { flags, values, allValues, operands } = parseFlags(shell, words, more + LETTERS);
  const all = (letter: string): string[] =>
    allValues.filter(([each]) => each === letter).map(([, value]) => value);
  for (const name of all('A')) if (!actions.has(name)) throw fail(shell, `${name}: invalid action name`, 2);
  const options = all('o');
  for (const name of options)
    if (!OPTIONS.includes(name)) throw fail(shell, `${name}: invalid option name`, 2);
  const letters = Object.keys(SHORT).filter((letter) => flags.has(letter));
  const named = [...letters.map((letter) => SHORT[letter]!), ...all('A')];
  const generation: Generation = {
    actions: [...actions.keys()].filter((name) => named.includes(name)),
    options: OPTIONS.filter((name) => options.includes(name)),
    values,
  };
  return { flags, operands, generation };
}

function* compgen(shell: Shell, words: readonly string[]): Step<number> {
  const { operands, generation } = parseSpecification(shell, words);
  for (const letter of ['F', 'C'])
    if (generation.values.has(letter))
      yield* wait(complain(shell, `warning: -${letter} option may not work as you expect`));
  const found = yield* generate(shell, generation, operands[0] ?? '');
  yield* wait(say(shell, found.map((each) => `${each}\n`).join('')));
  return found.length ? 0 : 1;
}

/** Specifications are kept and listed, so that start-up files that make them run. */
function* complete(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands, generation } = parseSpecification(shell, words, 'prDEI');
  const { values } = generation;
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
  let text = generation.options.map((name) => `-o ${name} `).join('');
  const letterOf = (name: string) => Object.keys(SHORT).find((letter) => SHORT[letter] === name);
  for (const letter of Object.keys(SHORT))
    if (generation.actions.includes(SHORT[letter]!)) text += `-${letter} `;
  for (const name of generation.actions) if (!letterOf(name)) text += `-A ${name} `;
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
