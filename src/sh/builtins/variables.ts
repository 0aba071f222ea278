/** Built-ins about variables and parameters: export, readonly, local, unset, set, shift, getopts, let. */
import { assign } from '../assign.ts';
import { evaluate, loadArithmetic } from '../expand.ts';
import { optionNames, optionOf } from '../options.ts';
import { isName } from '../parser.ts';
import { setOption } from '../set-option.ts';
import { complain, GETOPTS_START, type Shell, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { quoteSingle } from '../trace.ts';
import { declareVariable, makeLocal, markVariable, unsetVariable, type Variable } from '../variables.ts';
import { type GetoptsHabits, getopts } from './getopts.ts';
import { failWith, numberOperand, parseFlags } from './options.ts';
import type { BuiltinTable } from './types.ts';

function declare(attribute: 'exported' | 'readonly') {
  return function* (shell: Shell, words: readonly string[]): Step<number> {
    const { flags, operands } = parseFlags(shell, words, attribute === 'exported' ? 'pn' : 'p');
    if (operands.length === 0) {
      const lead = `${words[0]} `;
      return yield* listVariables(shell, (variable) => variable[attribute], lead);
    }
    const on = !flags.has('n');
    for (const word of operands) {
      const equals = word.indexOf('=');
      const name = equals < 0 ? word : word.slice(0, equals);
      if (!isName(name)) throw failWith(shell, `${name}: bad variable name`, 2);
      if (equals >= 0) assign(shell, name, word.slice(equals + 1));
      markVariable(shell.variables, name, { [attribute]: on });
    }
    return 0;
  };
}

function* listVariables(shell: Shell, shown: (variable: Variable) => boolean, lead: string): Step<number> {
  const names = [...shell.variables.map.keys()].sort();
  let text = '';
  for (const name of names) {
    const variable = shell.variables.map.get(name)!;
    if (!shown(variable)) continue;
    text += `${lead}${name}${variable.value === undefined ? '' : `=${quoteSingle(variable.value)}`}\n`;
  }
  yield* wait(writeText(shell.sys, 1, text));
  return 0;
}

function local(shell: Shell, words: readonly string[]): number {
  if (shell.functionDepth === 0) throw failWith(shell, 'not in a function', 2);
  for (const word of words.slice(1)) {
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    if (name === '-') {
      makeLocalOptions(shell);
      continue;
    }
    if (!isName(name)) throw failWith(shell, `${name}: bad variable name`, 2);
    const fresh = makeLocal(shell.variables, name);
    if (equals >= 0) assign(shell, name, word.slice(equals + 1));
    else if (fresh) declareVariable(shell.variables, name);
  }
  return 0;
}

/** `local -`: the options are put back when the function ends. */
function makeLocalOptions(shell: Shell): void {
  const { options } = shell;
  const scope = shell.variables.scopes.at(-1);
  if (!scope || scope.restore) return;
  scope.restore = () => {
    shell.options = options;
  };
  shell.options = { ...options };
}

function unset(shell: Shell, words: readonly string[]): number {
  const { flags, operands } = parseFlags(shell, words, 'vf');
  for (const name of operands) {
    if (flags.has('f')) {
      shell.functions.delete(name);
      continue;
    }
    if (!isName(name)) throw failWith(shell, `${name}: bad variable name`, 2);
    if (!unsetVariable(shell.variables, name)) throw failWith(shell, `${name}: is read only`, 2);
  }
  return 0;
}

function setParameters(shell: Shell, parameters: readonly string[]): void {
  shell.parameters = parameters;
  shell.getopts = GETOPTS_START;
}

function* set(shell: Shell, words: readonly string[]): Step<number> {
  if (words.length === 1) return yield* listVariables(shell, (variable) => variable.value !== undefined, '');
  let at = 1;
  for (; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--' || word === '-') {
      if (word === '-') {
        shell.options.xtrace = false;
        shell.options.verbose = false;
      }
      at++;
      if (word === '--' || at < words.length) setParameters(shell, words.slice(at));
      return 0;
    }
    if (word[0] !== '-' && word[0] !== '+') break;
    const on = word[0] === '-';
    for (const letter of word.slice(1)) {
      if (letter === 'o') {
        const name = words[++at];
        if (name === undefined) return yield* listOptions(shell, on);
        if (!(optionNames as readonly string[]).includes(name)) {
          yield* wait(complain(shell, `illegal option ${word[0]}o ${name}`));
          return 1;
        }
        yield* setOption(shell, name as (typeof optionNames)[number], on);
        continue;
      }
      const option = optionOf(letter);
      if (!option || 'isl'.includes(letter)) throw failWith(shell, `illegal option ${word[0]}${letter}`, 2);
      yield* setOption(shell, option, on);
    }
  }
  if (at < words.length) setParameters(shell, words.slice(at));
  return 0;
}

function* listOptions(shell: Shell, readable: boolean): Step<number> {
  const text = optionNames
    .map((name) =>
      readable
        ? `${name.padEnd(16)}${shell.options[name] ? 'on' : 'off'}\n`
        : `set ${shell.options[name] ? '-' : '+'}o ${name}\n`,
    )
    .join('');
  yield* wait(writeText(shell.sys, 1, text));
  return 0;
}

function shift(shell: Shell, words: readonly string[]): number {
  const count = words[1] === undefined ? 1 : numberOperand(shell, words[1]);
  if (count > shell.parameters.length) return 1;
  setParameters(shell, shell.parameters.slice(count));
  return 0;
}

const GETOPTS: GetoptsHabits = {
  ahead: true,
  none: '',
  never: ':',
  complaint: (_, letter, known) => (known ? `No arg for -${letter} option` : `Illegal option -${letter}`),
  checkName(shell, name) {
    if (!isName(name)) throw failWith(shell, `${name}: bad variable name`, 2);
  },
};

function* getoptsBuiltin(shell: Shell, words: readonly string[]): Step<number> {
  const [, letters, name, ...operands] = words;
  if (letters === undefined || name === undefined)
    throw failWith(shell, 'usage: getopts optstring var [arg]', 2);
  return yield* getopts(shell, letters, name, operands, GETOPTS);
}

function* calculate(shell: Shell, words: readonly string[]): Step<number> {
  yield* loadArithmetic();
  if (words.length < 2) throw failWith(shell, 'expression expected', 2);
  let value = 0n;
  for (const word of words.slice(1)) value = evaluate(shell, word);
  return value === 0n ? 1 : 0;
}

export const variableBuiltins: BuiltinTable = {
  export: { special: true, run: declare('exported') },
  readonly: { special: true, run: declare('readonly') },
  local: { special: true, run: local },
  unset: { special: true, run: unset },
  set: { special: true, run: set },
  shift: { special: true, run: shift },
  getopts: { run: getoptsBuiltin },
  let: { run: calculate },
};
