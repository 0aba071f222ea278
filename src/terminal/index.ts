/**
 * terminal: xterm wrapped: its link to a pty's bytes, flow control, links, keys, themes.
 *
 * Knows nothing of docker, shells or the page around it.
 */
export { openTerminal, type TerminalView } from './terminal.ts';
