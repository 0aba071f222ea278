/** Differences as git prints them: headers, hunks of unified lines, sums. */

import { textOf } from '../../../posix/index.ts';
import { diffLines, type LineChange } from '../../../userland/index.ts';
import { contentsOf, type FileChange, type Side } from './changes.ts';
import type { Paint, Session } from './session.ts';

const CONTEXT = 3;
const NOBODY = '0000000';
/** Columns for `--stat`. */
const WIDTH = 79;

export interface Compared {
  readonly change: FileChange;
  readonly binary: boolean;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly changes: readonly LineChange[];
}

export async function compareFiles(
  session: Session,
  changes: readonly FileChange[],
  left: Side,
  right: Side,
): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const change of changes) {
    const [before, after] = [
      await contentsOf(session, left, change, 'before'),
      await contentsOf(session, right, change, 'after'),
    ];
    const binary = isBinary(before) || isBinary(after);
    const lines = [linesOf(before), linesOf(after)] as const;
    const edits = binary ? [] : await diffLines(...lines, () => session.sys.breathe());
    compared.push({ change, binary, before: lines[0], after: lines[1], changes: edits });
  }
  return compared;
}

/** git takes for binary what has a NUL near its beginning. */
const isBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, 8000).includes(0);

/** Lines with their ends. */
function linesOf(bytes: Uint8Array): string[] {
  return textOf(bytes).match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

export const added = ({ changes }: Compared): number =>
  changes.reduce((sum, { fromB, toB }) => sum + toB - fromB, 0);
export const deleted = ({ changes }: Compared): number =>
  changes.reduce((sum, { fromA, toA }) => sum + toA - fromA, 0);

/** A file's whole patch. */
export function patchOf(compared: Compared, paint: Paint): string {
  const { change, binary } = compared;
  const { path, before, after } = change;
  const head = [`diff --git a/${path} b/${path}`];
  if (!before) head.push(`new file mode ${after!.mode}`);
  else if (!after) head.push(`deleted file mode ${before.mode}`);
  else if (before.mode !== after.mode) head.push(`old mode ${before.mode}`, `new mode ${after.mode}`);
  if (before?.oid !== after?.oid) {
    const same = before && after && before.mode === after.mode ? ` ${after.mode}` : '';
    head.push(`index ${before?.oid.slice(0, 7) ?? NOBODY}..${after?.oid.slice(0, 7) ?? NOBODY}${same}`);
  }
  const names = [before ? `a/${path}` : '/dev/null', after ? `b/${path}` : '/dev/null'];
  if (binary) head.push(`Binary files ${names[0]} and ${names[1]} differ`);
  else if (compared.changes.length > 0) head.push(`--- ${names[0]}`, `+++ ${names[1]}`);
  return head.map((line) => `${paint('1', line)}\n`).join('') + (binary ? '' : hunksOf(compared, paint));
}

function hunksOf({ before, after, changes }: Compared, paint: Paint): string {
  let out = '';
  for (let first = 0; first < changes.length; ) {
    let last = first;
    while (last + 1 < changes.length && changes[last + 1]!.fromA - changes[last]!.toA <= 2 * CONTEXT) last++;
    const from = Math.max(0, changes[first]!.fromA - CONTEXT);
    const to = Math.min(before.length, changes[last]!.toA + CONTEXT);
    const offset = changes[first]!.fromB - changes[first]!.fromA;
    const newFrom = from + offset;
    const newTo = changes[last]!.toB + (to - changes[last]!.toA);
    const range = (start: number, end: number) =>
      `${end === start ? start : start + 1}${end - start === 1 ? '' : `,${end - start}`}`;
    const function_ = headingAbove(before, from);
    out += `${paint('36', `@@ -${range(from, to)} +${range(newFrom, newTo)} @@`)}${function_ ? ` ${function_}` : ''}\n`;
    let at = from;
    for (let i = first; i <= last; i++) {
      const { fromA, toA, fromB, toB } = changes[i]!;
      for (; at < fromA; at++) out += shown(' ', before[at]!);
      for (; at < toA; at++) out += shown('-', before[at]!, (text) => paint('31', text));
      for (let j = fromB; j < toB; j++) out += shown('+', after[j]!, (text) => paint('32', text));
    }
    for (; at < to; at++) out += shown(' ', before[at]!);
    first = last + 1;
  }
  return out;
}

function shown(sign: string, line: string, paint: (text: string) => string = (text) => text): string {
  return line.endsWith('\n')
    ? `${paint(sign + line.slice(0, -1))}\n`
    : `${paint(sign + line)}\n\\ No newline at end of file\n`;
}

/** The last line above a hunk that begins as a function might. */
function headingAbove(lines: readonly string[], from: number): string {
  for (let at = from - 1; at >= 0; at--) {
    if (/^[A-Za-z_$]/.test(lines[at]!)) return lines[at]!.trimEnd().slice(0, 80);
  }
  return '';
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** ` 2 files changed, 3 insertions(+), 1 deletion(-)`; '' for nothing. */
export function summaryOf(all: readonly Compared[], moved = 0): string {
  const count = all.length + moved;
  if (count === 0) return '';
  const plus = all.reduce((sum, each) => sum + added(each), 0);
  const minus = all.reduce((sum, each) => sum + deleted(each), 0);
  const parts = [` ${count} file${count === 1 ? '' : 's'} changed`];
  if (plus > 0 || minus === 0) parts.push(plural(plus, 'insertion').replace(/$/, '(+)'));
  if (minus > 0 || plus === 0) parts.push(plural(minus, 'deletion').replace(/$/, '(-)'));
  return `${parts.join(', ')}\n`;
}

/** `--stat`. */
export function statOf(all: readonly Compared[]): string {
  const nameWidth = Math.max(...all.map(({ change }) => change.path.length), 0);
  const counts = all.map((each) => added(each) + deleted(each));
  const most = Math.max(...counts, 0);
  const numberWidth = Math.max(String(most).length, all.some(({ binary }) => binary) ? 3 : 0);
  const room = Math.max(10, WIDTH - nameWidth - numberWidth - 6);
  const rows = all.map((each, i) => {
    const name = ` ${each.change.path.padEnd(nameWidth)} |`;
    if (each.binary)
      return `${name} ${'Bin'.padStart(numberWidth)} ${each.before.join('').length} -> ${each.after.join('').length} bytes\n`;
    const scale = most > room ? room / most : 1;
    const length = (count: number) => (count === 0 ? 0 : Math.max(1, Math.round(count * scale)));
    const bar = '+'.repeat(length(added(each))) + '-'.repeat(length(deleted(each)));
    return `${name} ${String(counts[i]).padStart(numberWidth)}${bar ? ` ${bar}` : ''}\n`;
  });
  return rows.join('') + summaryOf(all);
}

/** ` create mode 100644 path` and its kin, below a commit's sum. */
export function modesOf(all: readonly Compared[]): string {
  return all
    .map(({ change: { path, before, after } }) => {
      if (!before) return ` create mode ${after!.mode} ${path}\n`;
      if (!after) return ` delete mode ${before.mode} ${path}\n`;
      return before.mode === after.mode ? '' : ` mode change ${before.mode} => ${after.mode} ${path}\n`;
    })
    .join('');
}

/** ` rename a => d/a (100%)`: what both names begin or end with stands once. */
export function renameText({ from, to }: { readonly from: string; readonly to: string }): string {
  const [a, b] = [from.split('/'), to.split('/')];
  let head = 0;
  while (head < Math.min(a.length, b.length) - 1 && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  if (head === 0 && tail === 0) return ` rename ${from} => ${to} (100%)\n`;
  if (head === 0 && (tail === a.length || tail === b.length)) return ` rename ${from} => ${to} (100%)\n`;
  const middle = (parts: readonly string[]) => parts.slice(head, parts.length - tail).join('/');
  const before = head > 0 ? `${a.slice(0, head).join('/')}/` : '';
  const after = tail > 0 ? `/${a.slice(a.length - tail).join('/')}` : '';
  return ` rename ${before}{${middle(a)} => ${middle(b)}}${after} (100%)\n`;
}
