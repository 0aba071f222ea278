/** System calls on terminals. @see POSIX, "General Terminal Interface"; tty_ioctl(4) */
import { fail, signals } from '../posix/index.ts';
import type { Caller, Calls } from './gate.ts';
import type { Tty } from './tty.ts';

export const terminalCalls: Calls<
  | 'isatty'
  | 'ttyname'
  | 'tcgetattr'
  | 'tcsetattr'
  | 'tcgetpgrp'
  | 'tcsetpgrp'
  | 'getWindowSize'
  | 'setWindowSize'
> = {
  isatty: ({ process }, fd) => process.descriptors.peek(fd)?.open.tty !== undefined,
  ttyname: (caller, fd) => ttyOf(caller, fd).name,
  tcgetattr: (caller, fd) => ttyOf(caller, fd).termios,
  tcsetattr: (caller, fd, termios) => ttyOf(caller, fd).setTermios(caller.process, termios),
  tcgetpgrp(caller, fd) {
    const tty = ttyOf(caller, fd);
    if (caller.process.tty !== tty) fail('ENOTTY');
    return tty.foreground;
  },
  tcsetpgrp(caller, fd, pgid) {
    const tty = ttyOf(caller, fd);
    const { process, core } = caller;
    if (process.tty !== tty || process.sid !== tty.session) fail('ENOTTY');
    // A zombie that nobody has waited for yet is still of its group.
    if (!core.table.all().some((each) => each.pgid === pgid && each.sid === process.sid)) fail('EPERM');
    tty.checkForeground(process, signals.TTOU);
    tty.foreground = pgid;
  },
  getWindowSize: (caller, fd) => ttyOf(caller, fd).size,
  setWindowSize: (caller, fd, size) => ttyOf(caller, fd).resize(size),
};

/** @throws EBADF, ENOTTY */
function ttyOf({ process }: Caller, fd: number): Tty {
  return process.descriptors.get(fd).open.tty ?? fail('ENOTTY');
}
