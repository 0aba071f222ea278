/** A terminal with settings of a program's own. */
import type { Fd, Sys, Termios } from '../kernel/index.ts';

/** Each key as it comes, and not shown. */
export const BY_KEY: Partial<Termios> = { icanon: false, echo: false, vmin: 1, vtime: 0 };

/** Keys that mean something to the terminal too, for editors. */
export const RAW: Partial<Termios> = { ...BY_KEY, isig: false, iexten: false, ixon: false, icrnl: false };

/** Lines, for programs that an editor runs. */
export const COOKED: Partial<Termios> = {
  icanon: true,
  echo: true,
  isig: true,
  iexten: true,
  icrnl: true,
  opost: true,
};

/** Runs `work` with other settings; behind it they are as they were. */
export async function withTermios<T>(
  sys: Sys,
  fd: Fd,
  settings: Partial<Termios>,
  work: () => Promise<T>,
): Promise<T> {
  const before = sys.tcgetattr(fd);
  sys.tcsetattr(fd, { ...before, ...settings });
  try {
    return await work();
  } finally {
    sys.tcsetattr(fd, before);
  }
}
