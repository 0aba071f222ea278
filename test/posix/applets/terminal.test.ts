/** Programs that take over a terminal: keys in, screens out. */
import { expect, it } from 'vitest';
import { applets } from '../../../src/userland/index.ts';
import { bootMachine } from '../sh/machine.ts';

async function sessionWith(...names: string[]) {
  const programs = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await applets[name]!()] as const)),
  );
  const machine = await bootMachine('ash', programs);
  await machine.put('/tmp/long', Array.from({ length: 100 }, (_, i) => `line ${i + 1}\n`).join(''));
  return machine.openSession(['sh']);
}

it('pages with less', async () => {
  const session = await sessionWith('less');
  await session.type('less long\r');
  await session.until('line 23');
  await session.until('long');
  await session.type(' ');
  await session.until('line 46');
  await session.type('G');
  await session.until('line 100');
  await session.until('(END)');
  await session.type('g');
  await session.until('line 1\r');
  await session.type('/line 5.\r');
  await session.until('line 50');
  await session.type('n');
  await session.until('line 51');
  await session.type('/nowhere\r');
  await session.until('Pattern not found');
  await session.type('q');
  await session.type('echo back $((1+1))\r');
  await session.until('back 2');
});

it('pages what comes through a pipe with keys from the terminal', async () => {
  const session = await sessionWith('less', 'more');
  await session.type('cat long | less\r');
  await session.until('line 23');
  await session.type('G');
  await session.until('line 100');
  await session.type('q');
  await session.type('cat long | more\r');
  await session.until('line 23');
  for (let i = 0; i < 4; i++) await session.type(' ');
  await session.until('line 100');
  await session.type('echo back $((1+1))\r');
  await session.until('back 2');
});

it('shows what runs with top until q', async () => {
  const session = await sessionWith('top');
  await session.type('top\r');
  await session.until('PID  PPID USER');
  await session.type('q');
  await session.type('echo back $((1+1))\r');
  await session.until('back 2');
});

it('asks for a password without echo', async () => {
  const session = await sessionWith('su', 'chpasswd', 'id');
  await session.type('echo root:open | chpasswd; echo "nobody:x:65534:65534::/:/bin/sh" >> /etc/passwd\r');
  await session.type('chmod 4755 /bin/su; su nobody\r');
  await session.type('su\r');
  await session.until('Password: ');
  await session.type('open\r');
  await session.type('id\r');
  const screen = await session.until('uid=0(root)');
  expect(screen).not.toContain('Password: open');
});
