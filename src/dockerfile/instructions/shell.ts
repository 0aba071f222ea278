/** SHELL: what runs shell forms. */
import { fault } from '../location.ts';
import { atLeastOne, parseFlags, type Request, type Written } from './request.ts';

export interface Shell extends Written {
  readonly kind: 'shell';
  readonly shell: readonly string[];
}

export function parseShell(request: Request): Shell {
  parseFlags(request);
  atLeastOne(request, 'SHELL');
  if (!request.json) throw fault('SHELL requires the arguments to be in JSON form');
  return { kind: 'shell', ...request.written, shell: request.args };
}
