/** Flags of sigaction(2), by their values on x86 and riscv64 Linux. */

/** The parent is not told of children that stop or continue. */
export const SA_NOCLDSTOP = 0x1;
/** Children leave no zombies. */
export const SA_NOCLDWAIT = 0x2;
/** Interrupted waits go on after the handler instead of failing with EINTR. */
export const SA_RESTART = 0x1000_0000;
/** The handler may be interrupted by its own signal. */
export const SA_NODEFER = 0x4000_0000;
/** The disposition is the default again as soon as the handler is entered. */
export const SA_RESETHAND = 0x8000_0000;
