/**
 * Keys: what a terminal sends, byte by byte, as events.
 *
 * Takes one byte at a time and no more than it needs, so that what is typed ahead stays in the
 * terminal for the program that runs next.
 * @see ECMA-48; xterm, "Control Sequences"
 */
import { concat, textOf } from '../base/index.ts';

export type Key =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'end' };

/** Names of what follows ESC [ or ESC O, with modifiers taken out. */
export const keySequences: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  '1~': 'home',
  '7~': 'home',
  '4~': 'end',
  '8~': 'end',
  '3~': 'delete',
  '2~': 'insert',
  '5~': 'page-up',
  '6~': 'page-down',
  Z: 'shift-tab',
};

const PASTE_END = '\x1b[201~';
/** A paste beyond this is cut: no command is that long. */
const PASTE_MOST = 4 * 1024 * 1024;

/** The next byte; undefined at the end of input. */
export type ByteReader = () => Promise<number | undefined>;

export async function readKey(next: ByteReader): Promise<Key> {
  const byte = await next();
  if (byte === undefined) return { kind: 'end' };
  if (byte === 0x1b) return await readEscape(next);
  if (byte === 0x7f) return { kind: 'key', name: 'backspace' };
  if (byte < 0x20) return { kind: 'key', name: controlName(byte) };
  if (byte < 0x80) return { kind: 'text', text: String.fromCharCode(byte) };
  return { kind: 'text', text: await readCharacter(byte, next) };
}

function controlName(byte: number): string {
  if (byte === 9) return 'tab';
  if (byte === 0x1f) return 'ctrl-_';
  if (byte === 10 || byte === 13) return 'enter';
  return `ctrl-${String.fromCharCode(byte + 0x60)}`;
}

async function readCharacter(first: number, next: ByteReader): Promise<string> {
  const bytes = [first];
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  while (bytes.length < length) {
    const byte = await next();
    if (byte === undefined) break;
    bytes.push(byte);
  }
  return textOf(Uint8Array.from(bytes));
}

async function readEscape(next: ByteReader): Promise<Key> {
  const byte = await next();
  if (byte === undefined) return { kind: 'end' };
  // The Escape key, and then another one.
  if (byte === 0x1b) return await readEscape(next);
  if (byte !== 0x5b && byte !== 0x4f) {
    const name = byte === 0x7f ? 'backspace' : byte < 0x20 ? controlName(byte) : String.fromCharCode(byte);
    return { kind: 'key', name: `alt-${name}` };
  }
  let body = '';
  for (;;) {
    const code = await next();
    if (code === undefined) return { kind: 'end' };
    body += String.fromCharCode(code);
    // A final byte ends the sequence; what grows too long is none.
    if ((code >= 0x40 && code <= 0x7e) || body.length > 16) break;
  }
  if (body === '200~') return { kind: 'paste', text: await readPaste(next) };
  const modified = /^(\d*);(\d)(.)$/.exec(body);
  const plain = modified
    ? modified[1] === '1' || modified[1] === ''
      ? modified[3]!
      : modified[1] + modified[3]!
    : body;
  const name = Object.hasOwn(keySequences, plain) ? keySequences[plain]! : 'unknown';
  // Modifier 3 is Alt, 5 is Control: both move by words.
  return {
    kind: 'key',
    name: modified && (modified[2] === '5' || modified[2] === '3') ? `word-${name}` : name,
  };
}

async function readPaste(next: ByteReader): Promise<string> {
  const end = [...PASTE_END].map((char) => char.charCodeAt(0));
  const chunks: Uint8Array[] = [];
  let bytes: number[] = [];
  let total = 0;
  for (;;) {
    const byte = await next();
    if (byte === undefined) break;
    bytes.push(byte);
    if (byte === 0x7e && end.every((code, i) => bytes[bytes.length - end.length + i] === code)) {
      bytes.length -= end.length;
      break;
    }
    if (bytes.length >= 65_536) {
      total += bytes.length;
      // The last bytes may be the beginning of the end.
      if (total < PASTE_MOST) chunks.push(Uint8Array.from(bytes.splice(0, bytes.length - end.length)));
      else bytes = bytes.slice(-end.length);
    }
  }
  return textOf(concat([...chunks, Uint8Array.from(bytes)])).replace(/\r\n?/g, '\n');
}
