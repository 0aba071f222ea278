/** The terminal under vi: raw while it edits, as it was before and for programs that it runs. */
import type { Sys, Termios } from '../../kernel/index.ts';
import { SA_RESTART, signals } from '../../posix/index.ts';
import type { Editor } from './editor.ts';

function rawOf(cooked: Termios): Termios {
  return {
    ...cooked,
    icanon: false,
    echo: false,
    isig: false,
    iexten: false,
    ixon: false,
    icrnl: false,
    opost: false,
    vmin: 1,
    vtime: 0,
  };
}

/** Raw mode while `work` runs; `resized` is called when the window has another size. */
export async function onRawTerminal(sys: Sys, resized: () => void, work: () => Promise<void>): Promise<void> {
  const before = sys.tcgetattr(0);
  sys.tcsetattr(0, rawOf(before));
  sys.sigaction(signals.WINCH, { flags: SA_RESTART, handler: resized });
  try {
    await work();
  } finally {
    sys.tcsetattr(0, before);
  }
}

/** Lends the terminal to another program. */
export async function onCookedTerminal(editor: Editor, work: () => Promise<number>): Promise<void> {
  const { sys } = editor.io;
  const raw = sys.tcgetattr(0);
  sys.tcsetattr(0, { ...raw, icanon: true, echo: true, isig: true, iexten: true, icrnl: true, opost: true });
  try {
    await work();
  } finally {
    sys.tcsetattr(0, raw);
  }
}
