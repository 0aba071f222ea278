/**
 * `docker run`: create, attach, wait, start, in this order, so that nothing that the container does
 * is missed; then its exit code is ours.
 */
import type { Cli, Verb } from '../command.ts';
import { query } from '../engine.ts';
import { failure } from '../failure.ts';
import type { FlagValues } from '../flags.ts';
import { type ContainerRequest, containerRequest } from '../run/config.ts';
import { createContainer, startFailure, withHelp } from '../run/create.ts';
import { waitFor } from '../run/wait.ts';
import { checkTty, followWindow, proxySignals, runSession, type SessionEnd } from '../stream/session.ts';

export const run: Verb = async (cli, flags, args) => {
  const detach = flags.bool('detach');
  let request: ContainerRequest;
  try {
    request = await containerRequest(cli, flags, args, detach);
  } catch (error) {
    throw withHelp(cli, error);
  }
  if (detach && flags.has('attach'))
    throw failure('conflicting options: cannot specify both --attach and --detach');
  if (!detach) checkTty(cli, request.AttachStdin, request.Tty);
  let id: string;
  try {
    id = await createContainer(cli, flags, request);
  } catch (error) {
    throw startFailure(cli, error);
  }
  return start(cli, flags, request, id);
};

async function start(cli: Cli, flags: FlagValues, request: ContainerRequest, id: string): Promise<number> {
  const shown = request.AttachStdout || request.AttachStderr;
  const unproxy = flags.bool('sig-proxy', true) && !flags.bool('detach') ? proxySignals(cli, id) : () => {};
  try {
    const session = shown || request.AttachStdin ? await attach(cli, flags, request, id) : undefined;
    const status = await waitFor(cli, id, request.HostConfig.AutoRemove ? 'removed' : 'next-exit');
    let window = (): void => {};
    try {
      await cli.engine.call('POST', `/containers/${id}/start`);
    } catch (error) {
      session?.cancel();
      if (request.HostConfig.AutoRemove) await status.code.catch(() => {});
      throw startFailure(cli, error);
    }
    if (session && request.Tty) window = await followWindow(cli, `/containers/${id}`);
    const end = await session?.run();
    window();
    if (end === 'detached') return 0;
    if (!shown) {
      await cli.out(`${id}\n`);
      return 0;
    }
    return await status.code;
  } finally {
    unproxy();
  }
}

interface Session {
  /** Copies until the output ends. */
  run(): Promise<SessionEnd>;
  cancel(): void;
}

async function attach(cli: Cli, flags: FlagValues, request: ContainerRequest, id: string): Promise<Session> {
  const detachKeys = flags.text('detach-keys');
  const options = query({
    stream: true,
    stdin: request.AttachStdin,
    stdout: request.AttachStdout,
    stderr: request.AttachStderr,
    detachKeys,
  });
  const hijacked = await cli.engine.hijack(`/containers/${id}/attach${options}`);
  return {
    run: () =>
      runSession(
        cli,
        { ...hijacked, multiplexed: !request.Tty },
        { stdin: request.AttachStdin, tty: request.Tty, detachKeys },
      ),
    cancel() {
      hijacked.connection.sink.end();
      hijacked.connection.source.cancel();
    },
  };
}
