/** A terminal with settings of a program's own. */
import type { Fd, Sys } from '../kernel/index.ts';
import {
  changedTermios,
  ECHO,
  ICANON,
  ICRNL,
  IEXTEN,
  ISIG,
  IXON,
  OPOST,
  type TermiosChange,
} from '../posix/index.ts';

/** Each key as it comes, and not shown. */
export const BY_KEY: TermiosChange = { off: { lflag: ICANON | ECHO }, min: 1, time: 0 };

/** Keys that mean something to the terminal too, for editors. */
export const RAW: TermiosChange = {
  ...BY_KEY,
  off: { lflag: ICANON | ECHO | ISIG | IEXTEN, iflag: IXON | ICRNL },
};

/** Lines, for programs that an editor runs. */
export const COOKED: TermiosChange = {
  on: { lflag: ICANON | ECHO | ISIG | IEXTEN, iflag: ICRNL, oflag: OPOST },
};

/** Runs `work` with other settings; behind it they are as they were. */
export async function withTermios<T>(
  sys: Sys,
  fd: Fd,
  change: TermiosChange,
  work: () => Promise<T>,
): Promise<T> {
  const before = sys.tcgetattr(fd);
  sys.tcsetattr(fd, changedTermios(before, change));
  try {
    return await work();
  } finally {
    sys.tcsetattr(fd, before);
  }
}
