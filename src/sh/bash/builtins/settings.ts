/** set and shopt. @see bash manual, 4.3 */
import type { BuiltinTable } from '../../builtins/types.ts';
import { setOption } from '../../set-option.ts';
import { complain, type Shell } from '../../shell.ts';
import { type Step, wait } from '../../step.ts';
import { bashOptions, isOwnOption, lacksOption } from '../option-names.ts';
import { hasOption, shoptNames, switchShopt } from '../state.ts';
import { functionsText, settingText } from './declare.ts';
import { fail, parseFlags, say, usageError } from './options.ts';

/** `set -o name`, `set -x`; answers false where there is no such option. */
export function* switchOption(shell: Shell, name: string, on: boolean): Step<boolean> {
  if (!bashOptions.some((option) => option.name === name)) return false;
  if (lacksOption(shell, name, on)) throw fail(shell, `${name}: not supported here`);
  if (isOwnOption(name)) yield* setOption(shell, name, on);
  else if (on) shell.bashState.options.add(name);
  else shell.bashState.options.delete(name);
  return true;
}

function* set(shell: Shell, words: readonly string[]): Step<number> {
  if (words.length === 1) {
    let text = '';
    for (const name of [...shell.variables.map.keys()].sort())
      text += settingText(name, shell.variables.map.get(name)!);
    yield* wait(say(shell, text + functionsText(shell)));
    return 0;
  }
  let at = 1;
  for (; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--' || word === '-') {
      if (word === '-') Object.assign(shell.options, { xtrace: false, verbose: false });
      at++;
      if (word === '--' || at < words.length) shell.parameters = words.slice(at);
      return 0;
    }
    if (word[0] !== '-' && word[0] !== '+') break;
    const on = word[0] === '-';
    for (const letter of word.slice(1)) {
      if (letter === 'o') {
        const name = words[++at];
        if (name === undefined) {
          yield* wait(say(shell, optionList(shell, on)));
          return 0;
        }
        if (!(yield* switchOption(shell, name, on))) throw fail(shell, `${name}: invalid option name`, 2);
        continue;
      }
      const option = bashOptions.find((each) => each.letter === letter);
      if (!option) throw usageError(shell, 'set', `${word[0]}${letter}: invalid option`);
      yield* switchOption(shell, option.name, on);
    }
  }
  if (at < words.length) shell.parameters = words.slice(at);
  return 0;
}

function optionList(shell: Shell, readable: boolean, names = bashOptions.map(({ name }) => name)): string {
  return names
    .map((name) => {
      const on = hasOption(shell, name);
      return readable ? `${name.padEnd(15)}\t${on ? 'on' : 'off'}\n` : `set ${on ? '-' : '+'}o ${name}\n`;
    })
    .join('');
}

function* shopt(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'pqsuo');
  if (flags.has('s') && flags.has('u'))
    throw fail(shell, 'cannot set and unset shell options simultaneously');
  const ofSet = flags.has('o');
  const known = ofSet ? bashOptions.map(({ name }) => name) : shoptNames;
  const isOn = (name: string): boolean => (ofSet ? hasOption(shell, name) : shell.bashState.shopt.has(name));
  let status = 0;
  if (operands.length && (flags.has('s') || flags.has('u'))) {
    for (const name of operands) {
      if (!known.includes(name)) {
        yield* wait(complain(shell, `${name}: invalid ${ofSet ? '' : 'shell '}option name`));
        status = 1;
      } else if (ofSet) yield* switchOption(shell, name, flags.has('s'));
      else if (!switchShopt(shell, name, flags.has('s'))) {
        yield* wait(complain(shell, `${name}: not supported here`));
        status = 1;
      }
    }
    return status;
  }
  const wanted = operands.length
    ? operands
    : known.filter((name) => (flags.has('s') ? isOn(name) : flags.has('u') ? !isOn(name) : true));
  let text = '';
  for (const name of wanted) {
    if (!known.includes(name)) {
      yield* wait(complain(shell, `${name}: invalid ${ofSet ? '' : 'shell '}option name`));
      status = 1;
      continue;
    }
    const on = isOn(name);
    if (operands.length && !on) status = 1;
    if (flags.has('q')) continue;
    if (flags.has('p'))
      text += ofSet ? optionList(shell, false, [name]) : `shopt -${on ? 's' : 'u'} ${name}\n`;
    else text += `${name.padEnd(15)}\t${on ? 'on' : 'off'}\n`;
  }
  yield* wait(say(shell, text));
  return status;
}

export const settingBuiltins: BuiltinTable = {
  set: { special: true, run: set },
  shopt: { run: shopt },
};
