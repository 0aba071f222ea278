/**
 * viz: the picture. `scene` (pure: model in, shapes out), `draw` (shapes to SVG, with transitions),
 * and what can be asked of a scene: relations, the tree for keys and screen readers, the meter.
 *
 * d3 lives here and nowhere else. Knows nothing of the page; words and colours are given.
 */
export { draw, emphasise } from './draw.ts';
export { gesturesOf, perform } from './gestures.ts';
export { meter } from './meter.ts';
export { type TreeItem, treeOf } from './relations.ts';
export { scene } from './scene.ts';
export type * from './shapes.ts';
export type { Words } from './words.ts';
