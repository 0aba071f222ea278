/** `docker exec`: POST /containers/{id}/exec, /exec/{id}/start, GET /exec/{id}/json. */
import type { Cli, Verb } from '../command.ts';
import { segment } from '../engine.ts';
import { failure } from '../failure.ts';
import type { FlagValues } from '../flags.ts';
import { readEnvironment } from '../run/environment.ts';
import { checkTty, followWindow, runSession } from '../stream/session.ts';

export const exec: Verb = async (cli, flags, [container, ...command]) => {
  const detach = flags.bool('detach');
  const tty = flags.bool('tty');
  const stdin = flags.bool('interactive');
  const Env = await readEnvironment(cli, flags);
  // Asked first, so that a container that is not there is told before a missing terminal.
  await cli.engine.call('GET', `/containers/${segment(container!)}/json`);
  if (!detach) checkTty(cli, stdin, tty);
  const { Id } = await cli.engine.call<{ Id: string }>('POST', `/containers/${segment(container!)}/exec`, {
    json: {
      User: flags.text('user') ?? '',
      Privileged: false,
      Tty: tty,
      ...(tty && !detach ? consoleSize(cli) : {}),
      AttachStdin: stdin && !detach,
      AttachStderr: !detach,
      AttachStdout: !detach,
      DetachKeys: flags.text('detach-keys') ?? '',
      Env,
      WorkingDir: flags.text('workdir') ?? '',
      Cmd: command,
    },
  });
  if (detach) {
    await cli.engine.call('POST', `/exec/${Id}/start`, { json: { Detach: true, Tty: tty } });
    return 0;
  }
  return attached(cli, Id, flags, stdin, tty);
};

function consoleSize(cli: Cli): { ConsoleSize?: [number, number] } {
  if (!cli.sys.isatty(1)) return {};
  const { rows, columns } = cli.sys.getWindowSize(1);
  return { ConsoleSize: [rows, columns] };
}

async function attached(
  cli: Cli,
  id: string,
  flags: FlagValues,
  stdin: boolean,
  tty: boolean,
): Promise<number> {
  const start = { Detach: false, Tty: tty, ...(tty ? consoleSize(cli) : {}) };
  const session = await cli.engine.hijack(`/exec/${id}/start`, start);
  const unfollow = tty ? await followWindow(cli, `/exec/${id}`) : () => {};
  const detachKeys = flags.text('detach-keys');
  // Whether the output is in frames is known from what was asked: old engines do not say.
  const end = await runSession(cli, { ...session, multiplexed: !tty }, { stdin, tty, detachKeys });
  unfollow();
  if (end === 'detached') throw failure('read escape sequence');
  const { ExitCode } = await cli.engine.call<{ ExitCode: number | null }>('GET', `/exec/${id}/json`);
  return ExitCode ?? 0;
}
