/** `docker logout`: forgets who we are for a registry; the engine has no part in it. */
import { HUB, hostIn, removeAuth } from '../auth/config-file.ts';
import type { Verb } from '../command.ts';

export const logout: Verb = async (cli, _, [server]) => {
  const address = server === undefined || server === 'docker.io' ? HUB : hostIn(server);
  await cli.out(`Removing login credentials for ${address}\n`);
  await removeAuth(cli, address);
  return 0;
};
