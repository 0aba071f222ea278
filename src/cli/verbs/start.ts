/** `docker start`: POST /containers/{id}/start; with `-a` or `-i` attached to one. */
import { messageOf } from '../../base/index.ts';
import type { Cli, Verb } from '../command.ts';
import { query, segment } from '../engine.ts';
import { failure } from '../failure.ts';
import type { FlagValues } from '../flags.ts';
import { waitFor } from '../run/wait.ts';
import { checkTty, followWindow, proxySignals, runSession } from '../stream/session.ts';
import { forEach } from './each.ts';

export const start: Verb = async (cli, flags, names) => {
  if (flags.bool('attach') || flags.bool('interactive')) {
    if (names.length > 1) throw failure('you cannot start and attach multiple containers at once');
    return startAttached(cli, flags, names[0]!);
  }
  const failed: string[] = [];
  await forEach(
    names,
    async (name) => {
      try {
        await cli.engine.call('POST', `/containers/${segment(name)}/start`);
      } catch (error) {
        failed.push(name);
        await cli.err(`${messageOf(error)}\n`);
        throw error;
      }
    },
    (name) => cli.out(`${name}\n`),
  );
  if (failed.length === 0) return 0;
  throw failure(`Error: failed to start containers: ${failed.join(', ')}`);
};

interface Inspected {
  readonly Id: string;
  readonly Config: { readonly Tty: boolean; readonly OpenStdin: boolean };
  readonly HostConfig: { readonly AutoRemove: boolean };
}

async function startAttached(cli: Cli, flags: FlagValues, name: string): Promise<number> {
  const { Id, Config, HostConfig } = await cli.engine.call<Inspected>(
    'GET',
    `/containers/${segment(name)}/json`,
  );
  const stdin = flags.bool('interactive') && Config.OpenStdin;
  checkTty(cli, stdin, Config.Tty);
  const unproxy = Config.Tty ? () => {} : proxySignals(cli, Id);
  try {
    const detachKeys = flags.text('detach-keys');
    const options = query({ stream: true, stdin, stdout: true, stderr: true, detachKeys });
    const hijacked = await cli.engine.hijack(`/containers/${Id}/attach${options}`);
    const status = await waitFor(cli, Id, HostConfig.AutoRemove ? 'removed' : 'next-exit');
    try {
      await cli.engine.call('POST', `/containers/${Id}/start`);
    } catch (error) {
      hijacked.connection.source.cancel();
      throw error;
    }
    const unfollow = Config.Tty ? await followWindow(cli, `/containers/${Id}`) : () => {};
    const session = { ...hijacked, multiplexed: !Config.Tty };
    const end = await runSession(cli, session, { stdin, tty: Config.Tty, detachKeys });
    unfollow();
    return end === 'detached' ? 0 : await status.code;
  } finally {
    unproxy();
  }
}
