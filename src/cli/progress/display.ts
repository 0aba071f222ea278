/**
 * Showing a build while it runs: paces one of the displays, so that a busy build costs little.
 */
import type { SolveStatus } from '../../builder/index.ts';
import { errorBlocks, warningBlock } from './endings.ts';
import { createPlainDisplay } from './plain.ts';
import { createTrace, updateTrace } from './trace.ts';

/** Least time between two prints, and the longest without one, ms. */
const PACE = 100;
const REFRESH = 150;

export interface DisplayOptions {
  readonly mode: 'plain' | 'tty' | 'none';
  readonly write: (text: string) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly size: () => { readonly rows: number; readonly columns: number };
  readonly color: boolean;
  readonly debug: boolean;
  /** For redrawing while nothing happens; setTimeout's where absent. */
  readonly timer?: { set(act: () => void, ms: number): unknown; clear(timer: unknown): void };
}

export interface Display {
  update(status: SolveStatus): Promise<void>;
  /** Prints what is left, failed steps' logs and warnings. */
  finish(): Promise<void>;
}

/** What draws: the plain log or the redrawn block. */
export interface Drawer {
  print(trace: ReturnType<typeof createTrace>, now: number, done: boolean): string;
}

export async function createDisplay(options: DisplayOptions): Promise<Display> {
  if (options.mode === 'none') return { update: async () => {}, finish: async () => {} };
  const drawer: Drawer =
    options.mode === 'tty' ? (await import('./tty.ts')).createTtyDisplay(options) : createPlainDisplay();
  const trace = createTrace();
  let last = Number.NEGATIVE_INFINITY;
  let timer: unknown;
  const clock = options.timer ?? {
    set: (act: () => void, ms: number): unknown => setTimeout(act, ms),
    clear: (which: unknown): void => clearTimeout(which as number),
  };
  let writing: Promise<void> = Promise.resolve();
  if (options.mode === 'plain')
    await options.write('#0 building with "default" instance using docker driver\n\n');
  const draw = (done: boolean): void => {
    clock.clear(timer);
    last = options.now();
    const text = drawer.print(trace, last, done);
    if (text !== '') writing = writing.then(() => options.write(text));
    if (!done) timer = clock.set(() => draw(false), REFRESH);
  };
  return {
    async update(status) {
      updateTrace(trace, status, options.now());
      if (options.now() - last >= PACE) draw(false);
      // Output that cannot be written holds the build's messages back.
      await writing;
    },
    async finish() {
      draw(true);
      await writing;
      await options.write(errorBlocks(trace, options.mode === 'tty'));
      await options.write(warningBlock(trace, options.debug));
    },
  };
}
