/** The redrawn form of build progress (written next). */
import type { Drawer } from './display.ts';
import { createPlainDisplay } from './plain.ts';

export function createTtyDisplay(_: unknown): Drawer {
  return createPlainDisplay();
}
