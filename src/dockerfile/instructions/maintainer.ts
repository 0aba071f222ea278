/** MAINTAINER: the image's author; deprecated. */
import { exactlyOne, parseFlags, type Request, type Written } from './request.ts';

export interface Maintainer extends Written {
  readonly kind: 'maintainer';
  readonly author: string;
}

export function parseMaintainer(request: Request): Maintainer {
  const author = exactlyOne(request, 'MAINTAINER');
  parseFlags(request);
  return { kind: 'maintainer', ...request.written, author };
}
