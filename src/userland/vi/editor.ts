/**
 * vi's state, and the one place where its text changes.
 *
 * The text is one binary string (a byte a character, as busybox's vi sees it) that always ends with a
 * newline; places in it are offsets. `insert` and `remove` make all changes, remember how to undo them, and
 * keep marks where they belong.
 */
import type { Io } from '../io.ts';
import type { KeySource } from './keys.ts';

export type Mode = 'command' | 'insert' | 'replace';

export interface Register {
  readonly text: string;
  /** Whole lines, put above or below a line; else within one. */
  readonly lines: boolean;
}

/** A change that can be undone; one that is `chained` goes together with the one before it. */
interface Change {
  readonly kind: 'inserted' | 'deleted';
  readonly at: number;
  readonly text: string;
  readonly chained: boolean;
}

export interface Settings {
  autoindent: boolean;
  expandtab: boolean;
  flash: boolean;
  ignorecase: boolean;
  showmatch: boolean;
  tabstop: number;
}

export interface Editor {
  readonly io: Io;
  /** Tells the kernel how many bytes are held. */
  readonly gauge: (bytes: number) => void;
  readonly keys: KeySource;
  readonly settings: Settings;
  readonly registers: Map<string, Register>;
  readonly marks: Map<string, number>;
  readonly undo: Change[];
  /** Typed or deleted characters that become one change when something else is done. */
  pending: { kind: Change['kind']; at: number; text: string } | undefined;
  text: string;
  dot: number;
  mode: Mode;
  /** Offset of the first line on the screen, and how far lines are shifted to the left. */
  top: number;
  shift: number;
  /** The column that j and k try to keep; Infinity behind `$`. */
  column: number | undefined;
  /** Register for the next command; D where none was named. */
  register: string;
  path: string | undefined;
  /** The file before, which `#` names. */
  otherPath: string | undefined;
  readonly: boolean;
  readonly alwaysReadonly: boolean;
  /** Changes since the file was read or written. */
  changes: number;
  /** `/` or `?`, and what was looked for. */
  search: string;
  find: { readonly command: string; readonly char: string } | undefined;
  /** What the bottom line says until the next command. */
  message: string;
  alert: boolean;
  bell: boolean;
  /** Files of the command line, and which is shown. */
  files: readonly string[];
  fileIndex: number;
  /** Keys of the last command that changed something and its count, for `.`. */
  lastChange: { readonly keys: readonly string[]; readonly count: number | undefined } | undefined;
  /** Writes those keys down when the change is over. */
  finishChange: (() => void) | undefined;
  /** All of the screen has to be drawn anew, or the bottom line. */
  stale: boolean;
  bottomGone: boolean;
  /** The status to leave with; undefined while editing goes on. */
  leaving: number | undefined;
}

const MOST_CHANGES = 10_000;
/** Typed characters that are undone at once. */
const QUEUE = 256;

export interface ChangeRules {
  readonly chained?: boolean;
  /** Merge with characters typed or deleted just before. */
  readonly queued?: boolean;
}

/** Deletes `length` characters at a place. */
export function remove(editor: Editor, at: number, length: number, rules: ChangeRules = {}): void {
  if (length <= 0) return;
  const removed = editor.text.slice(at, at + length);
  remember(editor, 'deleted', at, removed, rules);
  editor.text = editor.text.slice(0, at) + editor.text.slice(at + length);
  if (!editor.text.endsWith('\n')) editor.text += '\n';
  for (const [name, place] of editor.marks) {
    if (place >= at + length) editor.marks.set(name, place - length);
    else if (place > at) editor.marks.set(name, at);
  }
}

export function insert(editor: Editor, at: number, text: string, rules: ChangeRules = {}): void {
  if (text === '') return;
  remember(editor, 'inserted', at, text, rules);
  editor.text = editor.text.slice(0, at) + text + editor.text.slice(at);
  for (const [name, place] of editor.marks) if (place >= at) editor.marks.set(name, place + text.length);
}

function remember(
  editor: Editor,
  kind: Change['kind'],
  at: number,
  text: string,
  { chained = false, queued = false }: ChangeRules,
): void {
  if (queued && text.length === 1) {
    const { pending } = editor;
    const goesOn =
      pending?.kind === kind &&
      text !== '\n' &&
      pending.text.length < QUEUE &&
      (kind === 'inserted' ? at === pending.at + pending.text.length : at + 1 === pending.at);
    if (goesOn) {
      if (kind === 'inserted') pending.text += text;
      else {
        pending.text = text + pending.text;
        pending.at = at;
      }
      return;
    }
    commitPending(editor);
    editor.pending = { kind, at, text };
    return;
  }
  commitPending(editor);
  push(editor, { kind, at, text, chained });
  editor.changes++;
}

function push(editor: Editor, change: Change): void {
  editor.undo.push(change);
  if (editor.undo.length > MOST_CHANGES) editor.undo.shift();
}

/** Makes what was typed a change of its own. */
export function commitPending(editor: Editor): void {
  const { pending } = editor;
  editor.pending = undefined;
  if (!pending) return;
  push(editor, { ...pending, chained: false });
  editor.changes++;
}

/** Takes the last change back, with those that it is chained to. */
export function undo(editor: Editor): void {
  commitPending(editor);
  if (editor.undo.length === 0) {
    say(editor, 'Already at oldest change');
    return;
  }
  for (;;) {
    const change = editor.undo.pop();
    if (!change) return;
    const { kind, at, text } = change;
    if (kind === 'deleted') editor.text = editor.text.slice(0, at) + text + editor.text.slice(at);
    else editor.text = editor.text.slice(0, at) + editor.text.slice(at + text.length);
    if (!editor.text.endsWith('\n')) editor.text += '\n';
    editor.dot = at;
    say(
      editor,
      `Undo [${editor.changes}] ${kind === 'deleted' ? 'restored' : 'deleted'} ${text.length} chars at position ${at}`,
    );
    editor.changes--;
    if (!change.chained) return;
  }
}

/** Another text, which nothing leads back from. */
export function replaceAll(editor: Editor, text: string): void {
  editor.text = text === '' || !text.endsWith('\n') ? `${text}\n` : text;
  editor.undo.length = 0;
  editor.pending = undefined;
  editor.marks.clear();
  editor.dot = 0;
  editor.top = 0;
  editor.shift = 0;
  editor.column = undefined;
  editor.changes = 0;
  editor.stale = true;
}

/** Tells what is held: the text, what is read to be put into it, and what leads back. */
export function tellMemory({ text, registers, undo, gauge }: Editor, incoming = 0): void {
  let bytes = text.length + incoming;
  for (const register of registers.values()) bytes += register.text.length;
  for (const change of undo) bytes += change.text.length;
  gauge(bytes);
}

/** Shows a line at the bottom. */
export function say(editor: Editor, message: string): void {
  editor.message = message;
  editor.alert = false;
}

/** Shows what is wrong, in reverse. */
export function complain(editor: Editor, message: string): void {
  editor.message = message;
  editor.alert = true;
}

/** A command that cannot be done. */
export function beep(editor: Editor): void {
  editor.bell = true;
}
