/** VOLUME: directories that containers keep outside their own layer. */

import { trim } from '../go-text.ts';
import { fault } from '../location.ts';
import { atLeastOne, parseFlags, type Request, type Written } from './request.ts';

export interface Volume extends Written {
  readonly kind: 'volume';
  readonly volumes: readonly string[];
}

export function parseVolume(request: Request): Volume {
  atLeastOne(request, 'VOLUME');
  parseFlags(request);
  const volumes = request.args.map(trim);
  if (volumes.includes('')) throw fault('VOLUME specified can not be an empty string');
  return { kind: 'volume', ...request.written, volumes };
}
