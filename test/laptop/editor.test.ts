/** The line editor where it is hard: text taller than the screen, long histories, keys in a row, odd names. */
import { expect, it } from 'vitest';
import { startTestLaptop } from '../support/laptop-box.ts';
import { openScreen } from '../support/laptop-screen.ts';

const paste = (text: string): string => `\x1b[200~${text}\x1b[201~`;
const lines = (count: number): string => Array.from({ length: count }, (_, i) => `echo line${i}`).join('\n');

it('shows the rows around the cursor of text that is taller than the screen', async () => {
  const terminal = await openScreen(await startTestLaptop(), 40, 6);
  await terminal.shows(/\$$/);
  await terminal.type(paste(lines(20)));
  await terminal.shows(/^echo line14\n.*\n.*\n.*\n.*\necho line19$/);
  await terminal.type('\x1b[A'.repeat(10));
  await terminal.shows(/^echo line9\n.*\n.*\n.*\n.*\necho line14$/);
  await terminal.type('9');
  await terminal.shows(/^echo line99\n.*\n.*\n.*\n.*\necho line14$/);
  await terminal.type('\x1b[A'.repeat(12));
  await terminal.shows(/^you@laptop:~\$ echo line0\necho line1\n(.*\n){3}echo line5$/);
  await terminal.type('\x7f\x7f');
  await terminal.shows(/^you@laptop:~\$ echo line?\necho line1\n/);
  // Nothing of it is left behind twice, and all of it when it is run.
  await terminal.type('\r');
  await terminal.shows(/\nline18\nline19\nyou@laptop:~\$$/);
  expect(terminal.everything().match(/echo line1$/gm)).toHaveLength(1);
  expect(terminal.everything().match(/echo line?\d*$/gm)).toHaveLength(20);
});

it('counts rows as the terminal does where lines are just as wide', async () => {
  const terminal = await openScreen(await startTestLaptop(), 20, 4);
  await terminal.shows(/\$$/);
  await terminal.type(paste(`#${'日'.repeat(50)}\n${'b'.repeat(20)}\n${'c'.repeat(40)}`));
  await terminal.shows(/^b{20}\nc{20}\nc{20}$/);
  await terminal.type('d\x7f\x1b[A\x01x');
  await terminal.shows(/^xb{19}\nb\nc{20}\nc{20}$/);
});

it('proposes no more of a long command than there is room for', async () => {
  const terminal = await openScreen(await startTestLaptop(), 40, 10);
  await terminal.shows(/\$$/);
  await terminal.type(paste(`echo ${'y'.repeat(200_000)} | wc -c`));
  await terminal.type('\r');
  await terminal.shows(/\n200001\nyou@laptop:~\$$/);
  await terminal.type('clear\recho ');
  await terminal.shows(/^you@laptop:~\$ echo y{21}\ny{40}\ny{38}…$/);
  await terminal.type('\x1b[C; echo all\r');
  await terminal.shows(/\n200001\nall\nyou@laptop:~\$$/);
});

it('takes back changes, and brings the last words of commands', async () => {
  const terminal = await openScreen(await startTestLaptop());
  await terminal.shows(/\$$/);
  await terminal.type('echo one "t w"\recho x y\r');
  await terminal.shows(/\nx y\n/);
  await terminal.type('clear\recho \x1b.\x1b.\x1b.!');
  await terminal.shows(/^you@laptop:~\$ echo "t w"!$/);
  await terminal.type('\x17\x17\x17abc\x1f\x1f');
  // What could follow is shown, too.
  await terminal.shows(/^you@laptop:~\$ echo x y$/);
  await terminal.type('\x1f\x1f');
  await terminal.shows(/^you@laptop:~\$ echo "t w"!$/);
});

it('knows an arrow after Escape, and a paste while it searches', async () => {
  const terminal = await openScreen(await startTestLaptop());
  await terminal.shows(/\$$/);
  await terminal.type('echo alpha\recho beta\rclear\r');
  await terminal.type(`\x12${paste('alp')}`);
  await terminal.shows(/`alp': echo alpha$/);
  await terminal.type('\x1b\x1b[D\x1b\x1b[D!');
  await terminal.shows(/\$ echo alp!ha$/);
});

it('completes names that hold a newline', async () => {
  const laptop = await startTestLaptop();
  await laptop.exec("echo found > 'new\nline'");
  const terminal = await openScreen(laptop);
  await terminal.shows(/\$$/);
  await terminal.type('cat new\t');
  await terminal.shows(/\$ cat new\$'\\n'line$/);
  await terminal.type('\r');
  await terminal.shows(/\nfound\n/);
});
