/** The laptop's worker. */
import type { LaptopRole } from './roles.ts';

export function start(_role: LaptopRole): void {
  throw new Error('the laptop is not there yet');
}
