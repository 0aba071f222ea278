/** Telling the kernel what a program holds in memory, where that may become much. */
import type { Sys } from '../kernel/index.ts';

/** Differences of fewer bytes are not told. */
const STEP = 64 * 1024;

/** Called with the bytes that are held now. The kernel may end the program for them. */
export function createGauge(sys: Sys): (bytes: number) => void {
  let told = 0;
  return (bytes) => {
    const more = bytes - told;
    if (more < STEP && more > -STEP) return;
    told = bytes;
    sys.hold(more);
  };
}
