/** env, printenv, nohup, nice, sleep, time, which, chroot, setsid: run other programs in changed surroundings. */
import type { Env } from '../../kernel/index.ts';
import { errnoOf, O_APPEND, O_CREAT, O_WRONLY, signals } from '../../posix/index.ts';
import { durationOf } from '../durations.ts';
import { applet } from '../io.ts';
import { becomeProgram, findPrograms, runProgram } from '../launch.ts';
import { parseOptions } from '../options.ts';

export const env = applet({
  usage: '[-i0] [-u NAME]... [-] [NAME=VALUE]... [PROG ARGS]',
  about: 'Print current environment or run PROG after setting up environment',
  async run(io) {
    const options = parseOptions(io, 'iu:0', {
      stop: true,
      long: { 'ignore-environment': 'i', unset: 'u', null: '0' },
    });
    const operands = [...options.operands];
    const empty = operands[0] === '-';
    if (empty) operands.shift();
    const variables = new Map(options.has('i') || empty ? [] : Object.entries(io.sys.env));
    for (const name of options.values('u')) variables.delete(name);
    while (operands[0]?.includes('=')) {
      const [, name, value] = /^([^=]*)=(.*)$/s.exec(operands.shift()!)!;
      variables.set(name!, value!);
    }
    if (operands.length > 0) {
      const path = variables.get('PATH');
      if (path !== undefined) io.sys.env['PATH'] = path;
      return becomeProgram(io, operands, Object.fromEntries(variables) as Env);
    }
    for (const [name, value] of variables) io.print(`${name}=${value}${options.has('0') ? '\0' : '\n'}`);
    return 0;
  },
});

export const printenv = applet({
  usage: '[VARIABLE]...',
  about: 'Print environment VARIABLEs',
  run(io) {
    const options = parseOptions(io, '0');
    const { operands } = options;
    const end = options.has('0') ? '\0' : '\n';
    if (operands.length === 0) {
      for (const [name, value] of Object.entries(io.sys.env)) io.print(`${name}=${value}${end}`);
      return 0;
    }
    let status = 0;
    for (const name of operands) {
      if (Object.hasOwn(io.sys.env, name)) io.print(`${io.sys.env[name]}\n`);
      else status = 1;
    }
    return status;
  },
});

export const nohup = applet({
  usage: 'PROG ARGS',
  about: 'Run PROG immune to hangups, with output to a non-tty',
  async run(io) {
    const { operands } = parseOptions(io, '', { min: 1, stop: true });
    const { sys } = io;
    sys.sigaction(signals.HUP, 'ignore');
    if (sys.isatty(1)) {
      const fd = await sys.open('nohup.out', O_WRONLY | O_CREAT | O_APPEND, 0o600);
      io.warn('appending output to nohup.out');
      await io.flush();
      await sys.dup2(fd, 1);
      if (sys.isatty(2)) await sys.dup2(fd, 2);
      await sys.close(fd);
    }
    return becomeProgram(io, operands);
  },
});

export const nice = applet({
  usage: '[-n ADJUST] [PROG ARGS]',
  about: 'Change scheduling priority, run PROG',
  run(io) {
    const options = parseOptions(io, 'n:', { stop: true });
    const { operands } = options;
    const adjustment = options.value('n') ?? '10';
    if (!/^-?\d+$/.test(adjustment)) io.die(`invalid number '${adjustment}'`);
    // All processes of a worker have the same priority, which is 0.
    if (operands.length > 0) return becomeProgram(io, operands);
    io.print('0\n');
    return 0;
  },
});

export const setsid = applet({
  usage: '[-c] PROG ARGS',
  about: 'Run PROG in a new session',
  async run(io) {
    const { operands } = parseOptions(io, 'c', { min: 1, stop: true });
    if (io.sys.getpgid() === io.sys.pid) {
      // A group's leader cannot make a session: its child can.
      const child = applet({
        usage: '',
        run(inner) {
          inner.sys.setsid();
          return becomeProgram(inner, operands);
        },
      });
      io.sys.fork(child);
      return 0;
    }
    io.sys.setsid();
    return becomeProgram(io, operands);
  },
});

export const chroot = applet({
  usage: 'NEWROOT [PROG ARGS]',
  about: 'Run PROG with root directory set to NEWROOT',
  async run(io) {
    const { operands } = parseOptions(io, '', { min: 1, stop: true });
    try {
      await io.sys.chroot(operands[0]!);
      await io.sys.chdir('/');
    } catch (error) {
      io.dieErrno(`can't change root directory to '${operands[0]}'`, error);
    }
    return becomeProgram(
      io,
      operands.length > 1 ? operands.slice(1) : [io.sys.env['SHELL'] || '/bin/sh', '-i'],
    );
  },
});

export const sleep = applet({
  usage: '[N]...',
  about:
    'Pause for a time equal to the total of the args given, each with an optional suffix of s, m, h or d',
  async run(io) {
    const { operands } = parseOptions(io, '', { min: 1 });
    let seconds = 0;
    for (const text of operands)
      seconds += text === 'inf' ? Infinity : (durationOf(text) ?? io.die(`invalid number '${text}'`));
    for (let left = seconds * 1000; left > 0; left -= 1e9) await io.sys.sleep(Math.min(left, 1e9));
    return 0;
  },
});

export const usleep = applet({
  usage: 'N',
  about: 'Pause for N microseconds',
  async run(io) {
    const { operands } = parseOptions(io, '', { min: 1, max: 1 });
    if (!/^\d+$/.test(operands[0]!)) io.die(`invalid number '${operands[0]}'`);
    await io.sys.sleep(Number(operands[0]) / 1000);
    return 0;
  },
});

export const time = applet({
  usage: '[-vpa] [-o FILE] PROG ARGS',
  about: 'Run PROG, display resource usage when it exits',
  async run(io) {
    const options = parseOptions(io, 'vpo:af:', { min: 1, stop: true });
    for (const flag of 'vof') if (options.has(flag)) io.die(`-${flag} is not supported`);
    const { sys } = io;
    const started = sys.monotonic();
    const before = sys.times().children;
    let status: number;
    try {
      status = await runProgram(sys, options.operands);
    } catch (error) {
      if (!errnoOf(error)) throw error;
      io.warnErrno(`can't execute '${options.operands[0]}'`, error);
      status = 127;
    }
    if (status > 128) io.printError(`Command terminated by signal ${status - 128}\n`);
    else if (status > 0) io.printError(`Command exited with non-zero status ${status}\n`);
    const wall = (sys.monotonic() - started) / 1000;
    const cpu = (sys.times().children - before) / 1000;
    const row = (label: string, seconds: number) =>
      options.has('p')
        ? `${label} ${seconds.toFixed(2)}\n`
        : `${label}\t${Math.floor(seconds / 60)}m ${(seconds % 60).toFixed(2)}s\n`;
    io.printError(row('real', wall) + row('user', cpu) + row('sys', 0));
    return status;
  },
});

export const which = applet({
  usage: '[-a] COMMAND...',
  about: 'Locate COMMAND',
  async run(io) {
    const options = parseOptions(io, 'a', { min: 1 });
    let status = 0;
    for (const name of options.operands) {
      const found = await findPrograms(io.sys, name);
      if (found.length === 0) status = 1;
      for (const path of options.has('a') ? found : found.slice(0, 1)) io.print(`${path}\n`);
    }
    return status;
  },
});
