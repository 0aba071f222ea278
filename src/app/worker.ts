/**
 * The one script of all workers. The first message names the role; its code comes by dynamic import.
 *
 * Messages that follow the first one are for the role: they are kept until its code is there.
 */
import type { RoleMessage } from './roles.ts';

addEventListener(
  'message',
  (event: MessageEvent<RoleMessage>) => {
    const { data } = event;
    if (data.role === 'engine') void import('./engine-role.ts').then((role) => role.start(data));
    else if (data.role === 'laptop') void import('./laptop-role.ts').then((role) => role.start(data));
    else void import('./sandbox-role.ts').then((role) => role.start(data));
  },
  { once: true },
);
