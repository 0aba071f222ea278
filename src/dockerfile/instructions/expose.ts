/** EXPOSE: ports that a container listens on. */
import { atLeastOne, parseFlags, type Request, type Written } from './request.ts';

export interface Expose extends Written {
  readonly kind: 'expose';
  /** Sorted. */
  readonly ports: readonly string[];
}

export function parseExpose(request: Request): Expose {
  atLeastOne(request, 'EXPOSE');
  parseFlags(request);
  return { kind: 'expose', ...request.written, ports: request.args.toSorted() };
}
