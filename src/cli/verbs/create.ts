/** `docker create`: POST /containers/create. */
import type { Verb } from '../command.ts';
import { type ContainerRequest, containerRequest } from '../run/config.ts';
import { createContainer, withHelp } from '../run/create.ts';

export const create: Verb = async (cli, flags, args) => {
  let request: ContainerRequest;
  try {
    request = await containerRequest(cli, flags, args, false);
  } catch (error) {
    throw withHelp(cli, error);
  }
  await cli.out(`${await createContainer(cli, flags, request)}\n`);
  return 0;
};
