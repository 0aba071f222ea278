/** `docker create`: POST /containers/create. */
import type { Verb } from '../command.ts';
import { containerRequest } from '../run/config.ts';
import { createContainer, withHelp } from '../run/create.ts';

export const create: Verb = async (cli, flags, args) => {
  try {
    const request = await containerRequest(cli, flags, args, false);
    await cli.out(`${await createContainer(cli, flags, request)}\n`);
  } catch (error) {
    throw withHelp(cli, error);
  }
  return 0;
};
