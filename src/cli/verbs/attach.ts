/** `docker attach`: POST /containers/{id}/attach. */
import type { Verb } from '../command.ts';
import { query, segment } from '../engine.ts';
import { failure } from '../failure.ts';
import { waitFor } from '../run/wait.ts';
import { checkTty, followWindow, proxySignals, runSession } from '../stream/session.ts';

interface Inspected {
  readonly Id: string;
  readonly State: { readonly Running: boolean; readonly Paused: boolean; readonly Restarting: boolean };
  readonly Config: { readonly Tty: boolean; readonly OpenStdin: boolean };
}

export const attach: Verb = async (cli, flags, [name]) => {
  const { Id, State, Config } = await cli.engine.call<Inspected>('GET', `/containers/${segment(name!)}/json`);
  if (!State.Running) throw failure('You cannot attach to a stopped container, start it first');
  if (State.Paused) throw failure('You cannot attach to a paused container, unpause it first');
  if (State.Restarting)
    throw failure('You cannot attach to a restarting container, wait until it is running');
  const stdin = !flags.bool('no-stdin') && Config.OpenStdin;
  checkTty(cli, stdin, Config.Tty);
  const unproxy = flags.bool('sig-proxy', true) && !Config.Tty ? proxySignals(cli, Id) : () => {};
  try {
    const status = await waitFor(cli, Id, 'not-running');
    const detachKeys = flags.text('detach-keys');
    const options = query({ stream: true, stdin, stdout: true, stderr: true, detachKeys });
    const hijacked = await cli.engine.hijack(`/containers/${Id}/attach${options}`);
    const unfollow = Config.Tty ? await followWindow(cli, `/containers/${Id}`) : () => {};
    const session = { ...hijacked, multiplexed: !Config.Tty };
    const end = await runSession(cli, session, { stdin, tty: Config.Tty, detachKeys });
    unfollow();
    if (end === 'detached') throw failure('read escape sequence');
    return await status.code;
  } finally {
    unproxy();
  }
};
