/** What Docker adds in passing: ` Info -> …`, in colours on a terminal. @see docker/cli internal/tui/note.go */

const ESC = '\x1b[';
const BADGE = `${ESC}1m${ESC}106m${ESC}30mi${ESC}0m${ESC}0m `;
const HEAD = `${ESC}96mInfo → ${ESC}0m${ESC}0m`;

/** Lines of a note; those after the first stand below it. */
export function note(lines: readonly string[], terminal: boolean): string {
  const [first = '', ...others] = lines;
  const styled = (text: string): string => (terminal ? `${ESC}3m${underlined(text)}${ESC}0m` : text);
  const head = terminal ? BADGE + HEAD : ' Info -> ';
  return [`${head}${styled(first)}`, ...others.map((line) => `         ${styled(line)}`)].join('\n');
}

function underlined(text: string): string {
  return text.replace(/https:\S+/, (address) => `${ESC}4m${address}${ESC}0m`);
}
