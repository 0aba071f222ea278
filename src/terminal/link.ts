/**
 * Bytes between a connection and a terminal: output at most one write a frame, and no more is read
 * from the connection until the terminal has taken that. So `yes` runs at the screen's own pace.
 */
import { concat, type Duplex, encode } from '../base/index.ts';

/** Bytes a frame: 60 fps on a fast machine, 41 at a quarter of its speed (LIBRARIES.md). */
const FRAME_BYTES = 32 * 1024;

/** Bytes that are no stream yet. */
const SMALL = 1024;

export interface Screen {
  /** Calls `taken` when the bytes are parsed. */
  write(bytes: Uint8Array, taken: () => void): void;
}

export interface Link {
  /** Sends what was typed; in order, also while the other side is slow. */
  send(text: string): void;
  close(): void;
}

type NextFrame = (callback: () => void) => void;

export function linkTerminal(
  connection: Duplex,
  screen: Screen,
  onEnd: () => void,
  nextFrame: NextFrame = animationFrame,
): Link {
  let open = true;
  let sending: Promise<void> = Promise.resolve();
  void pump(connection, screen, nextFrame, () => open).finally(() => {
    if (open) onEnd();
    open = false;
  });
  return {
    send(text) {
      if (!open || !text) return;
      sending = sending.then(() => connection.sink.write(encode(text))).catch(() => {});
    },
    close() {
      open = false;
      connection.source.cancel();
      connection.sink.end();
    },
  };
}

async function pump(
  connection: Duplex,
  screen: Screen,
  nextFrame: NextFrame,
  isOpen: () => boolean,
): Promise<void> {
  let waiting: Uint8Array[] = [];
  let showing: Promise<void> | undefined;
  const show = async (): Promise<void> => {
    while (waiting.length && isOpen()) {
      const bytes = waiting.length === 1 ? waiting[0]! : concat(waiting);
      waiting = [];
      for (let at = 0; at < bytes.length; at += FRAME_BYTES) {
        const part = bytes.subarray(at, at + FRAME_BYTES);
        await new Promise<void>((taken) => screen.write(part, taken));
        // A keystroke's echo is shown at once; only a stream waits for the next frame.
        if (part.length > SMALL) await new Promise<void>((resolve) => nextFrame(resolve));
      }
    }
    showing = undefined;
  };
  for (;;) {
    const chunk = await connection.source.read().catch(() => undefined);
    if (!chunk || !isOpen()) return await showing;
    waiting.push(chunk);
    showing ??= show();
    // What is echoed letter by letter, as of a paste, gathers while the screen takes what came before.
    if (chunk.length > SMALL || waiting.length > SMALL) await showing;
  }
}

/** A hidden tab gets no frames; its programs go on, slowly. */
function animationFrame(callback: () => void): void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    callback();
  };
  requestAnimationFrame(once);
  setTimeout(once, 200);
}
