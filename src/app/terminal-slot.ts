/** The one terminal of the page, for those who type into it. */
import type { TerminalView } from '../terminal/index.ts';

export const terminalSlot: { view: TerminalView | undefined } = { view: undefined };
