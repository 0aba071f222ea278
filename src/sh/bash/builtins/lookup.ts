/** What a name means: type, command, builtin, hash, enable, alias, help. @see bash manual, 4.1, 4.2 */

import type { BuiltinTable } from '../../builtins/types.ts';
import { exists } from '../../file-questions.ts';
import { runProgram, searchProgram } from '../../program.ts';
import { complain, type Shell, ShellError, writeText } from '../../shell.ts';
import { runBuiltin } from '../../simple.ts';
import { type Step, wait } from '../../step.ts';
import { environmentOf, getVariable } from '../../variables.ts';
import { environment } from '../environment.ts';
import { functionText } from '../print-command.ts';
import { singleQuote } from '../quote.ts';
import { fail, parseFlags, say, usageError } from './options.ts';
import { builtins, findBuiltin } from './table.ts';

export const KEYWORDS: ReadonlySet<string> = new Set(
  'if then else elif fi case esac for select while until do done in function time { } ! [[ ]] coproc'.split(
    ' ',
  ),
);
const SPECIAL =
  '. : break continue eval exec exit export readonly return set shift source times trap unset'.split(' ');
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

interface Meaning {
  readonly kind: 'alias' | 'keyword' | 'function' | 'builtin' | 'file';
  readonly text: string;
}

/** What a name means, first things first. */
function* meanings(
  shell: Shell,
  name: string,
  options: { all: boolean; functions: boolean; path?: string },
): Step<Meaning[]> {
  const found: Meaning[] = [];
  const alias = shell.aliases.get(name);
  if (alias !== undefined && shell.bashState.shopt.has('expand_aliases'))
    found.push({ kind: 'alias', text: alias });
  if (KEYWORDS.has(name)) found.push({ kind: 'keyword', text: name });
  if (options.functions && shell.functions.has(name)) found.push({ kind: 'function', text: name });
  if (findBuiltin(shell, name)) found.push({ kind: 'builtin', text: name });
  if (found.length === 0 || options.all) found.push(...(yield* files(shell, name, options)));
  return options.all ? found : found.slice(0, 1);
}

function* files(shell: Shell, name: string, { all, path }: { all: boolean; path?: string }): Step<Meaning[]> {
  if (name.includes('/')) {
    const there = yield* wait(exists(shell.sys, name));
    return there ? [{ kind: 'file', text: name }] : [];
  }
  const hashed = shell.hash.get(name);
  if (hashed && !all && path === undefined) return [{ kind: 'file', text: hashed.path }];
  const found: Meaning[] = [];
  for (const directory of (path ?? getVariable(shell.variables, 'PATH') ?? '').split(':')) {
    const file = yield* searchProgram(shell, name, directory);
    if (file === undefined) continue;
    found.push({ kind: 'file', text: file });
    if (!all) break;
  }
  return found;
}

function sentence(shell: Shell, name: string, { kind, text }: Meaning, hashed: boolean): string {
  if (kind === 'alias') return `${name} is aliased to \`${text}'\n`;
  if (kind === 'keyword') return `${name} is a shell keyword\n`;
  if (kind === 'builtin') return `${name} is a shell builtin\n`;
  if (kind === 'function') return `${name} is a function\n${functionText(name, shell.functions.get(name)!)}`;
  return hashed ? `${name} is hashed (${text})\n` : `${name} is ${text}\n`;
}

function* type(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'afptP');
  let status = 0;
  for (const name of operands) {
    const all = flags.has('a');
    const found = flags.has('P')
      ? yield* files(shell, name, { all })
      : yield* meanings(shell, name, { all, functions: !flags.has('f') });
    if (found.length === 0) {
      status = 1;
      if (!flags.has('t') && !flags.has('p') && !flags.has('P'))
        yield* wait(complain(shell, `${name}: not found`));
    }
    for (const each of found) {
      const hashed = !all && each.kind === 'file' && shell.hash.has(name);
      if (flags.has('t')) yield* wait(say(shell, `${each.kind}\n`));
      else if (flags.has('p') || flags.has('P')) {
        if (each.kind === 'file') yield* wait(say(shell, `${each.text}\n`));
      } else yield* wait(say(shell, sentence(shell, name, each, hashed)));
    }
  }
  return status;
}

function* command(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'pvV');
  if (flags.has('v') || flags.has('V'))
    return yield* describeCommands(shell, operands, flags.has('V'), flags.has('p'));
  const [name] = operands;
  if (name === undefined) return 0;
  const builtin = findBuiltin(shell, name);
  if (builtin) {
    try {
      return yield* runBuiltin(shell, builtin, operands);
    } catch (error) {
      if (!(error instanceof ShellError) || error.discard || error.status === 130) throw error;
      if (error.message) yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
      return error.status;
    }
  }
  const env = environment(shell, environmentOf(shell.variables));
  shell.commandName = undefined;
  const options = {
    environment: flags.has('p') ? { ...env, PATH: DEFAULT_PATH } : env,
    text: words.join(' '),
    last: false,
    saved: [],
  };
  return yield* runProgram(shell, operands, options);
}

function* describeCommands(
  shell: Shell,
  names: readonly string[],
  long: boolean,
  usual: boolean,
): Step<number> {
  let status = 1;
  for (const name of names) {
    const path = usual ? { path: DEFAULT_PATH } : {};
    const [found] = yield* meanings(shell, name, { all: false, functions: true, ...path });
    if (!found) {
      if (long) yield* wait(complain(shell, `${name}: not found`));
      continue;
    }
    status = 0;
    const hashed = found.kind === 'file' && shell.hash.has(name);
    if (long) yield* wait(say(shell, sentence(shell, name, found, hashed)));
    else
      yield* wait(
        say(shell, found.kind === 'alias' ? `alias ${name}=${singleQuote(found.text)}\n` : `${found.text}\n`),
      );
  }
  return status;
}

function* builtin(shell: Shell, words: readonly string[]): Step<number> {
  const rest = words[1] === '--' ? words.slice(2) : words.slice(1);
  const [name] = rest;
  if (name === undefined) return 0;
  const found = findBuiltin(shell, name);
  if (!found) throw fail(shell, `${name}: not a shell builtin`);
  return yield* runBuiltin(shell, found, rest);
}

function* hash(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, values, operands } = parseFlags(shell, words, 'dlrtp:');
  if (!shell.bashState.options.has('hashall')) throw fail(shell, 'hashing disabled');
  if (flags.has('r')) shell.hash.clear();
  if (values.has('p')) {
    for (const name of operands) shell.hash.set(name, { path: values.get('p')!, hits: 0 });
    return 0;
  }
  if (operands.length === 0) {
    if (flags.has('t') || flags.has('d')) throw usageErrorFor(shell, flags);
    if (flags.has('r')) return 0;
    return yield* listHash(shell, flags.has('l'));
  }
  let status = 0;
  for (const name of operands) {
    const known = shell.hash.get(name);
    if (flags.has('t') || flags.has('d')) {
      if (!known) {
        yield* wait(complain(shell, `${name}: not found`));
        status = 1;
      } else if (flags.has('d')) shell.hash.delete(name);
      else yield* wait(say(shell, operands.length > 1 ? `${name}\t${known.path}\n` : `${known.path}\n`));
      continue;
    }
    if (name.includes('/') || findBuiltin(shell, name) || shell.functions.has(name)) continue;
    const path = yield* searchProgram(shell, name, getVariable(shell.variables, 'PATH') ?? '');
    if (path !== undefined) shell.hash.set(name, { path, hits: 0 });
    else {
      yield* wait(complain(shell, `${name}: not found`));
      status = 1;
    }
  }
  return status;
}

const usageErrorFor = (shell: Shell, flags: ReadonlySet<string>) =>
  fail(shell, `-${flags.has('t') ? 't' : 'd'}: option requires an argument`);

function* listHash(shell: Shell, reusable: boolean): Step<number> {
  if (shell.hash.size === 0) {
    if (!reusable) yield* wait(say(shell, 'hash: hash table empty\n'));
    return 0;
  }
  const entries = [...shell.hash];
  const text = reusable
    ? entries.map(([name, { path }]) => `builtin hash -p ${path} ${name}\n`).join('')
    : `hits\tcommand\n${entries.map(([, { path, hits }]) => `${String(hits).padStart(4)}\t${path}\n`).join('')}`;
  yield* wait(say(shell, text));
  return 0;
}

function* enable(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, values, operands } = parseFlags(shell, words, 'adnpsf:');
  const { disabled } = shell.bashState;
  if (values.has('f')) throw fail(shell, 'dynamic loading not available', 2);
  const known = [...builtins().keys()].sort();
  if (operands.length === 0 || flags.has('p')) {
    const listed = flags.has('s') ? known.filter((name) => SPECIAL.includes(name)) : known;
    const shown = listed.filter((name) => flags.has('a') || disabled.has(name) === flags.has('n'));
    yield* wait(
      say(shell, shown.map((name) => `enable ${disabled.has(name) ? '-n ' : ''}${name}\n`).join('')),
    );
    return 0;
  }
  let status = 0;
  for (const name of operands) {
    if (!builtins().has(name)) {
      yield* wait(complain(shell, `${name}: not a shell builtin`));
      status = 1;
    } else if (flags.has('d')) {
      // Only what -f has loaded can be taken away.
      yield* wait(complain(shell, `${name}: not dynamically loaded`));
      status = 1;
    } else if (flags.has('n')) disabled.add(name);
    else disabled.delete(name);
  }
  return status;
}

function* alias(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'p');
  const line = (name: string, value: string): string => `alias ${name}=${singleQuote(value)}\n`;
  if (operands.length === 0 || flags.has('p')) {
    for (const [name, value] of [...shell.aliases].sort(([a], [b]) => (a < b ? -1 : 1)))
      yield* wait(say(shell, line(name, value)));
  }
  let status = 0;
  for (const word of operands) {
    const equals = word.indexOf('=', 1);
    const value = shell.aliases.get(word);
    if (equals > 0) shell.aliases.set(word.slice(0, equals), word.slice(equals + 1));
    else if (value !== undefined) yield* wait(say(shell, line(word, value)));
    else {
      yield* wait(complain(shell, `${word}: not found`));
      status = 1;
    }
  }
  return status;
}

function* unalias(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'a');
  if (flags.has('a')) {
    shell.aliases.clear();
    return 0;
  }
  if (operands.length === 0) throw usageError(shell, 'unalias');
  let status = 0;
  for (const name of operands) {
    if (shell.aliases.delete(name)) continue;
    yield* wait(complain(shell, `${name}: not found`));
    status = 1;
  }
  return status;
}

export const lookupBuiltins: BuiltinTable = {
  type: { run: type },
  command: { run: command },
  builtin: { run: builtin },
  hash: { run: hash },
  enable: { run: enable },
  alias: { run: alias },
  unalias: { run: unalias },
};
