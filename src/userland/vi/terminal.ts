/** The terminal under vi: raw while it edits, as it was before and for programs that it runs. */
import type { Sys } from '../../kernel/index.ts';
import {
  changedTermios,
  ECHO,
  ICANON,
  ICRNL,
  IEXTEN,
  ISIG,
  keyByKey,
  OPOST,
  SA_RESTART,
  signals,
} from '../../posix/index.ts';
import type { Editor } from './editor.ts';

/** Raw mode while `work` runs; `resized` is called when the window has another size. */
export async function onRawTerminal(sys: Sys, resized: () => void, work: () => Promise<void>): Promise<void> {
  const before = sys.tcgetattr(0);
  sys.tcsetattr(0, changedTermios(keyByKey(before), { off: { iflag: ICRNL, oflag: OPOST } }));
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
  const on = { lflag: ICANON | ECHO | ISIG | IEXTEN, iflag: ICRNL, oflag: OPOST };
  sys.tcsetattr(0, changedTermios(raw, { on }));
  try {
    await work();
  } finally {
    sys.tcsetattr(0, raw);
  }
}
