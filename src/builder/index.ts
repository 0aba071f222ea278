/**
 * builder: a Dockerfile to an image: graph, cache keys, solver, step records, reasons, progress.
 *
 * Is given a `Runner`, an `ImageSource`, a `LayerStore` and a `BuildCache`; does not know the engine.
 */
export { build } from './build.ts';
export { applyChanges } from './changes.ts';
export { exportImage } from './export.ts';
export { platformFrom } from './platform.ts';
export type * from './types.ts';
