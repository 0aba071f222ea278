/** Redirections of bash: `{name}>`, targets that are several words. */
import type { Redirect } from '../ast.ts';
import { expandText, expandWords } from '../expand.ts';
import { openSource } from '../redirect.ts';
import { CommandFailure, describe, type Shell } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { getVariable } from '../variables.ts';
import { assignTo } from './values.ts';

/** bash gives these numbers to descriptors that it names itself. */
const LOWEST_FD = 10;

/** `{name}>file` opens a descriptor that stays; `{name}>&-` closes it. */
export function* redirectToVariable(shell: Shell, redirect: Redirect): Step<void> {
  const name = redirect.variable!;
  const source = yield* openSource(shell, redirect);
  if (source.fd === undefined) {
    const fd = getVariable(shell.variables, name) ?? '';
    if (!/^\d+$/.test(fd)) throw new CommandFailure(describe(shell, `${name}: ambiguous redirect`), 1);
    yield* wait(shell.sys.close(Number(fd)));
    return;
  }
  const fd = shell.sys.dup(source.fd, { min: LOWEST_FD });
  if (source.temporary) yield* wait(shell.sys.close(source.fd));
  assignTo(shell, name, undefined, String(fd), false);
}

/** The one word that a target expands to. */
export function* expandTarget(shell: Shell, redirect: Redirect): Step<string> {
  const { operator, word } = redirect;
  if (operator === '<<<') return yield* expandText(shell, word);
  const words = yield* expandWords(shell, [word]);
  if (words.length === 1 && !((operator === '<&' || operator === '>&') && words[0] === '')) return words[0]!;
  throw new CommandFailure(describe(shell, `${word.raw ?? words.join(' ')}: ambiguous redirect`), 1);
}

/** What a complaint about a descriptor names. */
export function* redirectName(shell: Shell, { word, fd, operator }: Redirect): Step<string> {
  if (operator !== '<&' && operator !== '>&') return String(fd);
  return (yield* expandText(shell, word)).replace(/-$/, '');
}
