/**
 * Typing into a program on a terminal, as a person does: the next line when the program waits for
 * it and has said what it had to say.
 */
import { type Clock, encode } from '../base/index.ts';
import { signals } from '../posix/index.ts';
import type { OwnSession } from './laptop.ts';
import { gather, type Output, resultOf } from './output.ts';
import type { CommandResult } from './types.ts';

/** Silence after which a program that waits for keys gets them; ms. A remote one needs longer to wait. */
const SILENCE = 150;
/** Silence after which keys are typed ahead. */
const LONG_SILENCE = 1000;
/** A program that never falls silent gets its keys all the same. */
const LONGEST = 5000;
const LOOK_AGAIN = 20;
const PATIENCE = 1000;

/** Types `input`, line by line, and answers all that appeared. `timeout` in seconds. */
export async function runOnTerminal(
  session: OwnSession,
  input: string,
  clock: Clock,
  timeout?: number,
): Promise<CommandResult> {
  const output = gather(session.connection.source);
  let timedOut = false;
  const timers: ReturnType<typeof setTimeout>[] = [];
  if (timeout !== undefined) {
    timers.push(
      setTimeout(() => {
        timedOut = true;
        session.signal(signals.INT);
      }, timeout * 1000),
      setTimeout(() => session.signal(signals.KILL), timeout * 1000 + PATIENCE),
      setTimeout(() => session.close(), timeout * 1000 + 2 * PATIENCE),
    );
  }
  let over = false;
  const exited = session.exit.finally(() => {
    over = true;
  });
  void typeIn(session, output, input, clock, () => over).catch(() => {});
  const exit = await exited;
  for (const timer of timers) clearTimeout(timer);
  await output.ended;
  return resultOf(exit, output.take(), new Uint8Array(0), timedOut);
}

async function typeIn(
  session: OwnSession,
  output: Output,
  input: string,
  clock: Clock,
  isOver: () => boolean,
): Promise<void> {
  // A line with its end, or a control character by itself.
  for (const [keys] of input.matchAll(
    /[^\n\r\x03\x04\x1a\x1c]*[\n\r\x03\x04\x1a\x1c]|[^\n\r\x03\x04\x1a\x1c]+/g,
  )) {
    const since = performance.now();
    for (;;) {
      await clock.sleep(LOOK_AGAIN);
      if (isOver()) return;
      const now = performance.now();
      const silent = now - Math.max(since, output.last);
      if (silent > (session.isAwaited() ? SILENCE : LONG_SILENCE) || now - since > LONGEST) break;
    }
    await session.connection.sink.write(encode(keys.replace(/\n$/, '\r')));
  }
}
