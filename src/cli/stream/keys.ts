/**
 * Detach keys: a sequence of keys that ends an attached session and is not sent on.
 *
 * @see docker attach, "Override the detach sequence"
 */

/** Ctrl-P Ctrl-Q. */
export const DEFAULT_KEYS = Uint8Array.of(0x10, 0x11);

/** Bytes of `ctrl-a,b`; undefined where a key is none. */
export function parseKeys(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const key of text.split(',')) {
    if (key.length === 1) {
      bytes.push(key.charCodeAt(0));
      continue;
    }
    const match = /^ctrl-([a-zA-Z@[\\\]^_])$/.exec(key);
    if (!match) return undefined;
    bytes.push(match[1]!.toLowerCase().charCodeAt(0) & 0x1f);
  }
  return Uint8Array.from(bytes);
}

export interface KeyWatch {
  /** What to send on; `detached` once the whole sequence came. */
  feed(bytes: Uint8Array): { readonly send: Uint8Array; readonly detached: boolean };
}

/** Holds back what may be the beginning of the sequence until it is clear that it is not. */
export function watchKeys(keys: Uint8Array): KeyWatch {
  let matched = 0;
  return {
    feed(bytes) {
      const send: number[] = [];
      for (const byte of bytes) {
        if (byte === keys[matched]) {
          matched++;
          if (matched === keys.length) return { send: Uint8Array.from(send), detached: true };
          continue;
        }
        for (let at = 0; at < matched; at++) send.push(keys[at]!);
        matched = byte === keys[0] ? 1 : 0;
        if (matched === 0) send.push(byte);
      }
      return { send: Uint8Array.from(send), detached: false };
    },
  };
}
