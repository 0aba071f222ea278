/**
 * What processes may share after clone(2), each part by itself: address space, file-system state,
 * descriptors (`Descriptors`), and what signals do (a map).
 *
 * @see clone(2), CLONE_VM, CLONE_FS, CLONE_FILES, CLONE_SIGHAND
 */
import type { Place } from '../vfs/index.ts';
import type { Disposition } from './types.ts';

/** What signals do, by number; those that are absent do the default. */
export type Dispositions = Map<number, Disposition>;

/** Where a process stands: its root and working directory, and what it takes from new files' modes. */
export class FileSystemState {
  root: Place;
  cwd: Place;
  umask: number;

  constructor(root: Place, cwd: Place, umask: number) {
    this.root = root;
    this.cwd = cwd;
    this.umask = umask;
  }

  copy(): FileSystemState {
    return new FileSystemState(this.root, this.cwd, this.umask);
  }
}

/** The memory of one image, of which the kernel sees what it is told. */
export class AddressSpace {
  /** Bytes that the programs in it say they hold. */
  held = 0;
  #users = 0;
  readonly #released: (() => void)[] = [];

  /** A process runs in it from now on. */
  join(): void {
    this.#users++;
  }

  /** A process is gone, or runs elsewhere. True where it was the last one. */
  leave(): boolean {
    if (--this.#users > 0) return false;
    for (const release of this.#released.splice(0)) release();
    return true;
  }

  /** Calls back when nobody runs in it any more: what holds its bytes may be used again. */
  atRelease(callback: () => void): void {
    this.#released.push(callback);
  }
}
