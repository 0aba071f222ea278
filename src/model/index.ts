/**
 * model: API answers and events folded into one immutable value: layers by ChainID, images,
 * containers, builds, what happened. What pictures, lessons and `strata why` read.
 *
 * Pure but for `watchModel`, which is given a transport. Knows nothing of how anything is shown.
 */
export { emptyModel, foldEvent, foldState } from './fold.ts';
export { withoutImage } from './forest.ts';
export { instructionOf } from './instruction.ts';
export type * from './types.ts';
export { watchModel } from './watch.ts';
