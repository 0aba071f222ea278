/** That text is as wide here as on the terminal that it is written to. */
import xterm from '@xterm/headless';
import { expect, it } from 'vitest';
import { textWidth } from './width.ts';

const ROWS = 4096;

it('counts the columns of each character as xterm does', async () => {
  const screen = new xterm.Terminal({ cols: 10, rows: ROWS, allowProposedApi: true });
  const wrong: string[] = [];
  // Past the emoji and the first wide plane's beginning.
  for (let first = 0; first < 0x21000; first += ROWS) {
    const codes = Array.from({ length: ROWS }, (_, i) => first + i);
    // Controls move the cursor; surrogates are halves.
    const chars = codes.map((code) =>
      code < 0xa0 || (code >= 0xd800 && code < 0xe000) ? 'a' : String.fromCodePoint(code),
    );
    const text = `\x1bc${chars.map((char) => `a${char}|`).join('\r\n')}`;
    await new Promise<void>((resolve) => screen.write(text, resolve));
    chars.forEach((char, row) => {
      const line = screen.buffer.active.getLine(row)!;
      const width = [1, 2, 3].find((column) => line.getCell(column)?.getChars() === '|')! - 1;
      // xterm's tables are older than some that combine, and than some that no longer do.
      if (textWidth(char) !== width && !/[\p{Mn}\p{Me}\p{Cf}\u06de\u1734\u302e\u302f]/u.test(char))
        wrong.push(`${codes[row]!.toString(16)}: ${textWidth(char)}, not ${width}`);
    });
  }
  expect(wrong).toEqual([]);
});
