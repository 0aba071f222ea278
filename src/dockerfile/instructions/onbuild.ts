/** ONBUILD: an instruction for builds upon the image. */
import { fault } from '../location.ts';
import { atLeastOne, parseFlags, type Request, type Written } from './request.ts';

export interface Onbuild extends Written {
  readonly kind: 'onbuild';
  /** The trigger's text, heredocs included. */
  readonly expression: string;
}

export function parseOnbuild(request: Request): Onbuild {
  atLeastOne(request, 'ONBUILD');
  parseFlags(request);
  const trigger = request.args[0]!.trim().toUpperCase();
  if (trigger === 'ONBUILD') throw fault("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  if (trigger === 'MAINTAINER' || trigger === 'FROM') {
    throw fault(`${trigger} isn't allowed as an ONBUILD trigger`);
  }
  const documents = request.heredocs.map(({ name, content }) => `\n${content}${name}`).join('');
  const expression = request.original.replace(/^\s*ONBUILD\s*/i, '') + documents;
  return { kind: 'onbuild', ...request.written, expression };
}
