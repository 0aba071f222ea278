/** Flags of clone(2), by their values on Linux; the lowest byte is the signal that the parent gets at the end. */

/** Parent and child share the address space. */
export const CLONE_VM = 0x100;
/** … root, working directory and umask. */
export const CLONE_FS = 0x200;
/** … the table of descriptors. */
export const CLONE_FILES = 0x400;
/** … what signals do. */
export const CLONE_SIGHAND = 0x800;
/** The parent goes on when the child has another address space, or none. */
export const CLONE_VFORK = 0x4000;
/** The child is the caller's sibling. */
export const CLONE_PARENT = 0x8000;
