/** LABEL: the image's metadata. */
import { type Pair, parsePairs } from './pairs.ts';
import { parseFlags, type Request, type Written } from './request.ts';

export interface Label extends Written {
  readonly kind: 'label';
  readonly pairs: readonly Pair[];
}

export function parseLabel(request: Request): Label {
  parseFlags(request);
  return { kind: 'label', ...request.written, pairs: parsePairs(request, 'LABEL') };
}
