/** `docker`: the CLI, with the way to the engine that the laptop has. */
import { createDockerMain } from '../../cli/index.ts';
import type { Services } from '../laptop.ts';

export const main = createDockerMain((sys) => {
  const connect = sys.service<Services['connect']>('connect')!;
  return connect(sys.env['DOCKER_HOST'] || undefined);
});
