/** WORKDIR: the directory that commands run in, made where it is missing. */
import { exactlyOne, parseFlags, type Request, type Written } from './request.ts';

export interface Workdir extends Written {
  readonly kind: 'workdir';
  readonly path: string;
}

export function parseWorkdir(request: Request): Workdir {
  const path = exactlyOne(request, 'WORKDIR');
  parseFlags(request);
  return { kind: 'workdir', ...request.written, path };
}
