/** STOPSIGNAL: the signal that ends a container. */
import { exactlyOne, type Request, type Written } from './request.ts';

export interface Stopsignal extends Written {
  readonly kind: 'stopsignal';
  readonly signal: string;
}

export function parseStopsignal(request: Request): Stopsignal {
  return { kind: 'stopsignal', ...request.written, signal: exactlyOne(request, 'STOPSIGNAL') };
}
