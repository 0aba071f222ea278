/** bash at a terminal: history, prompts, complaints without a line number. */
import { describe, expect, it } from 'vitest';
import { applets } from '../../../src/userland/index.ts';
import { bootMachine, type Session } from '../sh/machine.ts';

async function open(env: Record<string, string> = {}): Promise<Session> {
  const machine = await bootMachine('bash');
  return await machine.openSession(['bash'], { PS1: '> ', PS2: 'more ', ...env });
}

/** Types a line and answers the screen up to the next prompt. */
async function enter(session: Session, line: string): Promise<string> {
  const before = session.output().length;
  await session.type(`${line}\r`);
  await session.until('\n> ');
  return session.output().slice(before).replaceAll('\r', '');
}

describe('bash at a terminal', () => {
  it('puts in what was entered before, and shows it', async () => {
    const session = await open();
    await session.until('> ');
    await enter(session, 'echo one two');
    expect(await enter(session, 'echo again !$')).toContain('echo again two\nagain two\n');
    expect(await enter(session, '!nope')).toContain('bash: !nope: event not found');
    expect(await enter(session, '^again^once')).toContain('once two\n');
  });

  it('says no line, and quotes none', async () => {
    const session = await open();
    await session.until('> ');
    expect(await enter(session, 'echo )')).toMatch(/bash: syntax error near unexpected token `\)'\n/);
    expect(await enter(session, 'nosuch')).toContain('bash: nosuch: command not found');
    expect(await enter(session, 'echo $((1/0))')).toContain('bash: 1/0: division by 0 (error token is "0")');
    expect(await enter(session, 'echo $?')).toContain('\n1\n');
  });

  it('runs PROMPT_COMMAND and shows PS0', async () => {
    const session = await open({ PROMPT_COMMAND: 'echo before $?', PS0: 'ps0 ' });
    await session.until('before 0\r\n> ');
    expect(await enter(session, 'false')).toContain('ps0 before 1\n');
  });

  it('reads lists over several lines', async () => {
    const session = await open();
    await session.until('> ');
    await session.type('a=(one\r');
    await session.type('two)\r');
    await session.until('\n> ');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's.
    expect(await enter(session, 'echo ${#a[@]} $a')).toContain('\n2 one\n');
  });

  it('shares its history file with other shells', async () => {
    const session = await open({ HISTFILE: '/tmp/kept' });
    await session.until('> ');
    await enter(session, 'echo one');
    await enter(session, 'echo other >>kept');
    await enter(session, 'history -a; history -n');
    expect(await enter(session, 'history')).toMatch(
      /1 {2}echo one\n +2 {2}echo other >>kept\n +3 {2}history -a; history -n\n +4 {2}other\n +5 {2}history\n/,
    );
    expect(await enter(session, 'cat kept')).toContain(
      'echo one\necho other >>kept\nother\nhistory -a; history -n\nhistory\ncat kept\n',
    );
  });

  it('enters a folder that is given as a command', async () => {
    const session = await open();
    await session.until('> ');
    expect(await enter(session, '/usr')).toContain('bash: /usr: ');
    await enter(session, 'shopt -s autocd; mkdir -p "d/a b"');
    expect(await enter(session, '"d/a b"')).toContain("\ncd -- 'd/a b'\n");
    expect(await enter(session, '..')).toContain('\ncd -- ..\n');
    expect(await enter(session, 'pwd')).toContain('\n/tmp/d\n');
    expect(await enter(session, '.. x')).toContain('\ncd -- .. x\nbash: cd: too many arguments\n');
    expect(await enter(session, 'nosuch')).toContain('bash: nosuch: command not found');
  });

  it('gives commands the groups of jobs', async () => {
    const session = await open();
    await session.until('> ');
    await enter(session, 'sleep 9 &');
    expect(await enter(session, 'jobs -x [ $! = %1 ] && echo same')).toContain('\nsame\n');
    await enter(session, 'kill %1');
  });

  it('reads another file in place of ~/.bashrc', async () => {
    const machine = await bootMachine('bash');
    await machine.put('/root/.bashrc', 'echo usual\n');
    await machine.put('/etc/bash.bashrc', 'echo all\n');
    await machine.put('/root/rc', 'echo mine\n');
    const session = await machine.openSession(['bash', '--rcfile', '/root/rc'], { PS1: '> ' });
    await session.until('> ');
    expect(session.output()).toBe('all\r\nmine\r\n> ');
  });

  it('shows nothing of what is typed after stty -echo', async () => {
    const machine = await bootMachine('bash', { stty: (await applets['stty']!())! });
    const session = await machine.openSession(['bash', '--norc'], { PS1: '> ' });
    await session.until('> ');
    await session.type('stty -echo\r');
    await session.until('> ');
    await session.type('echo seen; stty echo\r');
    await session.until('seen');
    await session.until('> ');
    // Not even the line's end, as in bash 5.2 and busybox.
    expect(session.output()).toBe('> stty -echo\r\n> seen\r\n> ');
  });

  it('is a bash already for its start-up files', async () => {
    const machine = await bootMachine('bash');
    await machine.put('/root/.bashrc', 'shopt -s histappend\ndeclare -i N=3+4\ntrap "echo failed" ERR\n');
    const session = await machine.openSession(['bash'], { PS1: '> ' });
    await session.until('> ');
    expect(session.output()).toBe('> ');
    expect(await enter(session, 'echo $N; false')).toContain('\n7\nfailed\n');
  });
});
