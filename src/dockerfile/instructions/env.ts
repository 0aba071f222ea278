/** ENV: environment of what follows, and of containers. */
import { type Pair, parsePairs } from './pairs.ts';
import { parseFlags, type Request, type Written } from './request.ts';

export interface Env extends Written {
  readonly kind: 'env';
  readonly pairs: readonly Pair[];
}

export function parseEnv(request: Request): Env {
  parseFlags(request);
  return { kind: 'env', ...request.written, pairs: parsePairs(request, 'ENV') };
}
