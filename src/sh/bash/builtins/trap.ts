/** trap, with ERR, DEBUG and RETURN. @see bash manual, 4.1 */
import { killName, parseSignal } from '../../../posix/index.ts';
import type { BuiltinTable } from '../../builtins/types.ts';
import { complain, type Shell } from '../../shell.ts';
import { type Step, wait } from '../../step.ts';
import { setTrap } from '../../traps.ts';
import { DEBUG_TRAP, ERR_TRAP, RETURN_TRAP } from '../calls.ts';
import { singleQuote } from '../quote.ts';
import { parseFlags, say, usageError } from './options.ts';

const OWN: Readonly<Record<string, number>> = { DEBUG: DEBUG_TRAP, ERR: ERR_TRAP, RETURN: RETURN_TRAP };

function trapNumber(text: string): number | undefined {
  const own = OWN[text.toUpperCase()];
  if (own !== undefined) return own;
  const signal = parseSignal(text);
  return signal === undefined || signal > 64 ? undefined : signal;
}

function trapName(signal: number): string {
  for (const [name, number] of Object.entries(OWN)) if (number === signal) return name;
  return signal === 0 ? 'EXIT' : `SIG${killName(signal)}`;
}

/** In bash's order: signals by number, then DEBUG, ERR and RETURN. */
function listing(shell: Shell, wanted: readonly number[]): string {
  const traps = shell.shownTraps ?? shell.traps;
  return wanted
    .filter((signal) => traps.has(signal))
    .sort((a, b) => a - b)
    .map((signal) => `trap -- ${singleQuote(traps.get(signal)!)} ${trapName(signal)}\n`)
    .join('');
}

function* trap(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'lp');
  if (flags.has('l')) {
    yield* wait(say(shell, signalTable()));
    return 0;
  }
  if (operands.length === 0) {
    yield* wait(say(shell, listing(shell, [...(shell.shownTraps ?? shell.traps).keys()])));
    return 0;
  }
  if (flags.has('p')) return yield* print(shell, operands);
  const [first, ...rest] = operands;
  const resets =
    first === '-' ||
    (rest.length === 0 && trapNumber(first!) !== undefined) ||
    (/^\d+$/.test(first!) && trapNumber(first!) !== undefined);
  const names = first !== '-' && resets ? operands : rest;
  if (names.length === 0) throw usageError(shell, 'trap');
  let status = 0;
  for (const name of names) {
    const signal = trapNumber(name);
    if (signal === undefined) {
      yield* wait(complain(shell, `${name}: invalid signal specification`));
      status = 1;
      continue;
    }
    setTrap(shell, signal, resets ? undefined : first);
    if (signal === RETURN_TRAP)
      shell.bashState.returnTrapDepth = resets ? 0 : (shell.bashState.frame?.depth ?? 0);
  }
  return status;
}

function* print(shell: Shell, names: readonly string[]): Step<number> {
  let status = 0;
  for (const name of names) {
    const signal = trapNumber(name);
    if (signal === undefined) {
      yield* wait(complain(shell, `${name}: invalid signal specification`));
      status = 1;
    } else yield* wait(say(shell, listing(shell, [signal])));
  }
  return status;
}

/** glibc's name where there are two. */
function bashName(signal: number): string {
  const name = killName(signal);
  return name === 'POLL' ? 'IO' : name;
}

function realTimeName(signal: number): string {
  if (signal < 50) return signal === 34 ? 'RTMIN' : `RTMIN+${signal - 34}`;
  return signal === 64 ? 'RTMAX' : `RTMAX-${64 - signal}`;
}

/** With `SIG` in front; what glibc keeps for itself has no name. */
export const signalNames: readonly (readonly [number: number, name: string])[] = Array.from(
  { length: 64 },
  (_, index) => index + 1,
).flatMap((signal) =>
  signal === 32 || signal === 33
    ? []
    : [[signal, `SIG${signal < 32 ? bashName(signal) : realTimeName(signal)}`]],
);

/** `trap -l`, `kill -l`: five in a row. */
export function signalTable(): string {
  const cells = signalNames.map(
    ([signal, name], index) => `${String(signal).padStart(2)}) ${name}${index % 5 === 4 ? '\n' : '\t'}`,
  );
  return `${cells.join('')}\n`;
}

export const trapBuiltins: BuiltinTable = { trap: { special: true, run: trap } };
