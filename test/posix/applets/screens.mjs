/**
 * Sessions on a terminal: their format in screens/*.txt, and the terminal that shows them.
 *
 * `=== COMMAND` begins a session, each line under it is typed when nothing more happens; `\e \r \n \t \b \\`
 * and `\xHH` stand for what they name. The terminal has 10 rows of 60 columns.
 */
import headless from '@xterm/headless';

export const SIZE = { rows: 10, columns: 60 };

/**
 * @param {string} text
 * @returns {{ cmd: string, steps: string[] }[]}
 */
export function readSessions(text) {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((session) => {
      const [cmd, ...steps] = session.split('\n').filter((line) => line !== '');
      return { cmd, steps };
    });
}

/** What a step types, as a binary string. */
export function keysOf(step) {
  const names = { e: '\x1b', r: '\r', n: '\n', t: '\t', b: '\b', '\\': '\\' };
  return step.replace(/\\(x..|.)/g, (_, name) =>
    name[0] === 'x' ? String.fromCharCode(Number.parseInt(name.slice(1), 16)) : names[name],
  );
}

export function createScreen() {
  const terminal = new headless.Terminal({ rows: SIZE.rows, cols: SIZE.columns, allowProposedApi: true });
  return {
    /** @param {Uint8Array} bytes */
    write: (bytes) => new Promise((done) => terminal.write(bytes, () => done(undefined))),
    /** Rows without blanks at their ends; a bar stands where the cursor is. */
    show() {
      const { active } = terminal.buffer;
      const lines = Array.from(
        { length: SIZE.rows },
        (_, y) =>
          active
            .getLine(active.baseY + y)
            ?.translateToString(true)
            .trimEnd() ?? '',
      );
      const { cursorX, cursorY } = active;
      const line = lines[cursorY].padEnd(cursorX);
      lines[cursorY] = `${line.slice(0, cursorX)}▏${line.slice(cursorX)}`;
      return lines.join('\n').trimEnd();
    },
  };
}
