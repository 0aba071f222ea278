/**
 * Keys of a terminal as vi wants them: one character a byte, or a name for what sends a sequence.
 *
 * Escape is a key of its own here: what follows it within a moment makes it a sequence.
 */
import type { Fd, Sys } from '../../kernel/index.ts';
import { errnoOf, keySequences, POLLIN } from '../../posix/index.ts';

export interface KeySource {
  /** The next key; undefined at the end of input. */
  next(): Promise<string | undefined>;
  /** Whether a key is there already, so that the screen need not be drawn. */
  readonly ready: boolean;
  /** Puts keys in front of those to come, as `.` does. */
  replay(keys: readonly string[]): void;
  /** Begins to write down what is read; the call that it answers stops and gives it. */
  record(): () => readonly string[];
}

/** Milliseconds in which the rest of a sequence follows its escape. */
const SEQUENCE_WAIT = 50;

export function createKeys(sys: Sys, fd: Fd): KeySource {
  const buffer = new Uint8Array(4096);
  let bytes = '';
  let replayed: string[] = [];
  let recorded: string[] | undefined;

  async function fill(): Promise<boolean> {
    for (;;) {
      try {
        const count = await sys.read(fd, buffer);
        for (let i = 0; i < count; i++) bytes += String.fromCharCode(buffer[i]!);
        return count > 0;
      } catch (error) {
        // A window that changed its size: the caller draws it anew.
        if (errnoOf(error) === 'EINTR') return true;
        throw error;
      }
    }
  }

  /** The rest of a sequence in `bytes`, or undefined where it is none. */
  async function sequence(): Promise<string | undefined> {
    let length = 0;
    for (;;) {
      while (bytes.length <= length) {
        if ((await sys.poll([{ fd, events: POLLIN }], SEQUENCE_WAIT)).length === 0 || !(await fill()))
          return undefined;
      }
      const code = bytes.charCodeAt(length);
      if (length === 0 && bytes[0] !== '[' && bytes[0] !== 'O') return undefined;
      length++;
      if (length > 1 && code >= 0x40 && code <= 0x7e) break;
      if (length > 16) return undefined;
    }
    // Modifiers make no difference.
    const body = bytes.slice(1, length).replace(/^1?;\d(?=[A-Z]$)|;\d(?=~$)/, '');
    bytes = bytes.slice(length);
    return Object.hasOwn(keySequences, body) ? keySequences[body]! : 'unknown';
  }

  return {
    get ready() {
      return replayed.length > 0 || bytes !== '';
    },
    async next() {
      let key = replayed.shift();
      if (key === undefined) {
        while (bytes === '') if (!(await fill())) return undefined;
        key = bytes[0]!;
        bytes = bytes.slice(1);
        if (key === '\x1b') key = (await sequence()) ?? key;
      }
      recorded?.push(key);
      return key;
    },
    replay(keys) {
      replayed = [...keys, ...replayed];
    },
    record() {
      const mine: string[] = [];
      recorded = mine;
      return () => {
        if (recorded === mine) recorded = undefined;
        return mine;
      };
    },
  };
}
