/** USER: whom commands run as. */
import { exactlyOne, parseFlags, type Request, type Written } from './request.ts';

export interface User extends Written {
  readonly kind: 'user';
  readonly user: string;
}

export function parseUser(request: Request): User {
  const user = exactlyOne(request, 'USER');
  parseFlags(request);
  return { kind: 'user', ...request.written, user };
}
