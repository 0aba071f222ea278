/**
 * busybox's programs that talk to other machines by sockets. There are none yet: each says so in one line, since a name
 * that is not found would send people looking for the wrong reason. What the web has, wget gets.
 */
import { applet } from '../io.ts';

const STATUS = 1;

export const main = applet({
  usage: '[ARG]...',
  about: 'Needs sockets, which Strata does not have yet',
  run(io) {
    io.warn('there are no sockets in Strata yet; wget and curl ask the web');
    return STATUS;
  },
});
