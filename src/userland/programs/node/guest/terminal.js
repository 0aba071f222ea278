/** What terminals understand, and how many colors one has. */

export const clearLine = (direction) => `\x1b[${direction < 0 ? 1 : direction > 0 ? 0 : 2}K`;
export const clearScreenDown = () => '\x1b[0J';
export const cursorTo = (x, y) => (typeof y === 'number' ? `\x1b[${y + 1};${x + 1}H` : `\x1b[${x + 1}G`);
const step = (count, forward, back) =>
  count > 0 ? `\x1b[${count}${forward}` : count < 0 ? `\x1b[${-count}${back}` : '';
export const moveCursor = (dx, dy) => step(dx, 'C', 'D') + step(dy, 'B', 'A');

const FORCED = { '': 4, 1: 4, true: 4, 2: 8, 3: 24 };
const SIXTEEN =
  /^(eterm|cons25|console|cygwin|dtterm|gnome|hurd|jfbterm|konsole|kterm|mlterm|putty|st)$|ansi|color|linux|^con[0-9]*x[0-9]|^rxvt|^screen|^xterm|^vt100/;

/**
 * Bits of a color, by the environment: the part of Node's rules that asks for terminals that Linux has.
 * @see https://github.com/nodejs/node/blob/main/lib/internal/tty.js
 */
export function getColorDepth(env = globalThis.process.env) {
  if (env.FORCE_COLOR !== undefined) return FORCED[env.FORCE_COLOR] ?? 1;
  if (env.NODE_DISABLE_COLORS !== undefined || env.NO_COLOR !== undefined || env.TERM === 'dumb') return 1;
  if (env.TMUX) return 8;
  if (/^(truecolor|24bit)$/.test(env.COLORTERM ?? '')) return 24;
  const term = env.TERM ?? '';
  if (/^xterm-256/.test(term)) return 8;
  if (/^(mosh|rxvt-unicode-24bit|terminator)$/i.test(term)) return 24;
  return SIXTEEN.test(term.toLowerCase()) || env.COLORTERM ? 4 : 1;
}

/** `(count, env)`, `(env)` and `()`. */
export function hasColors(count = 16, env = undefined) {
  return typeof count === 'object' ? hasColors(16, count) : count <= 2 ** getColorDepth(env);
}
