/** The laptop's terminals, seen through xterm: prompt, line editing, job control, resize, nano. */
import { expect, it } from 'vitest';
import { startTestLaptop } from '../support/laptop-box.ts';
import { openScreen as open } from '../support/laptop-screen.ts';

it('greets, prompts, runs, and ends with exit', async () => {
  const laptop = await startTestLaptop();
  const terminal = await open(laptop);
  await terminal.shows(/^Strata\. .*\nyou@laptop:~\$$/);
  await terminal.type('cd /etc; pwd; tty\r');
  await terminal.shows(/\n\/etc\n\/dev\/pts\/0\nyou@laptop:\/etc\$$/);
  await terminal.type('exit 4\r');
  expect(await terminal.session.exit).toBe(4);
});

it('edits the line, completes, and takes what is proposed', async () => {
  const laptop = await startTestLaptop();
  const terminal = await open(laptop);
  await terminal.shows(/\$$/);
  await terminal.type('ehco\x02\x02\x14 hello\x01# \x01\x04\x04\x05!\r');
  await terminal.type('touch unlikely-name\recho unl\t\r');
  await terminal.shows(/\nunlikely-name\n/);
  laptop.suggest('echo proposed');
  await terminal.shows(/\$ echo proposed$/);
  await terminal.type('\x1b[C\r');
  await terminal.shows(/\nproposed\nyou@laptop:~\$$/);
  await terminal.type('\x12touch\r');
  await terminal.shows(/touch unlikely-name\nyou@laptop:~\$$/);
});

it('asks for the rest of a command, also of a here-document', async () => {
  const terminal = await open(await startTestLaptop());
  await terminal.type("cat > f <<'END'\r$HOME\rEND\r");
  await terminal.type('for i in 1 2\rdo echo n$i\rdone; cat f\r');
  await terminal.shows(/\nn1\nn2\n\$HOME\nyou@laptop:~\$$/);
});

it('goes on with a line that ends in a backslash', async () => {
  const terminal = await open(await startTestLaptop());
  await terminal.type('echo a \\\rb\\\rc\r');
  await terminal.shows(/echo a \\\n> b\\\n> c\na bc\nyou@laptop:~\$$/);
  await terminal.type('# a comment \\\recho "d # \\\re"\r');
  await terminal.shows(/comment \\\nyou@laptop:~\$ echo "d # \\\n> e"\nd # e\nyou@laptop:~\$$/);
});

it('drops the prompt of a pasted line', async () => {
  const terminal = await open(await startTestLaptop());
  await terminal.type('\x1b[200~$ echo one\n$ echo two\n\x1b[201~\r');
  await terminal.shows(/\none\ntwo\nyou@laptop:~\$$/);
});

it('has job control: ^C, ^Z, bg, fg, jobs', async () => {
  const terminal = await open(await startTestLaptop());
  await terminal.type('sleep 100\r');
  await terminal.shows(/sleep 100$/);
  await terminal.type('\x03');
  await terminal.shows(/\^C\nyou@laptop:~\$$/);
  await terminal.type('echo $?; sleep 77\r');
  await terminal.shows(/\n130$/);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await terminal.type('\x1a');
  await terminal.shows(/\[1\]\+ +Stopped +sleep 77/);
  await terminal.type('bg; jobs\r');
  await terminal.shows(/\[1\]\+? +Running +sleep 77/);
  await terminal.type('kill %1; wait; fg\r');
  await terminal.shows(/fg: .*no (current|such) job|fg: .*current/i);
});

it('tells programs of its size', async () => {
  const terminal = await open(await startTestLaptop());
  await terminal.type('stty size; trap "stty size" WINCH\r');
  await terminal.shows(/\n12 80\n/);
  terminal.resize(50, 20);
  await terminal.type('\r');
  await terminal.shows(/\n20 50\n/);
});

it('edits with nano: search, cut and paste, undo, a question before anything is lost', async () => {
  const laptop = await startTestLaptop();
  const terminal = await open(laptop);
  await terminal.type('nano f\r');
  await terminal.shows(/^ +nano +f/m);
  await terminal.type('one\rtwo\rthree\x1b[A\x1b[A\x01\x0b\x1b[B\x15');
  await terminal.shows(/\ntwo\none\nthree\n/);
  await terminal.type('\x17thr\r');
  await terminal.type('x\x1bu\x18');
  await terminal.shows(/Save modified buffer\?/);
  await terminal.type('\x03');
  await terminal.shows(/Cancelled/);
  await terminal.type('\x18y\r');
  await terminal.shows(/you@laptop:~\$$/);
  expect((await laptop.exec('cat f')).stdout).toBe('two\none\nthree\n');
  await terminal.type('nano f\r');
  await terminal.shows(/^ +nano +f/m);
  await terminal.type('gone\x18n');
  await terminal.shows(/you@laptop:~\$$/);
  expect((await laptop.exec('cat f')).stdout).toBe('two\none\nthree\n');
});

it('types into a command and gives what appeared', async () => {
  const laptop = await startTestLaptop();
  await laptop.exec('cd /tmp');
  const { exit, stdout } = await laptop.execTty('read -p "name? " n; echo "hi $n"; pwd; exit 3', 'me\n', 10);
  expect(exit).toBe(3);
  expect(stdout).toBe('name? me\r\nhi me\r\n/tmp\r\n');
  expect(await laptop.execTty('sleep 100', '', 0.3)).toMatchObject({ exit: 130, timedOut: true });
  expect((await laptop.execTty('cat', 'a\n\x04', 10)).stdout).toBe('a\r\na\r\n');
});
