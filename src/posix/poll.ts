/** Events of poll(2), by their values on Linux. */

/** There is something to read, or the end of it. */
export const POLLIN = 0x1;
/** A write would not wait. */
export const POLLOUT = 0x4;
/** Told without being asked for: nobody reads from the other end. */
export const POLLERR = 0x8;
/** Told without being asked for: nobody writes to the other end. */
export const POLLHUP = 0x10;
/** Told without being asked for: no such descriptor. */
export const POLLNVAL = 0x20;
