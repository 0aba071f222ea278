/**
 * tutor: lessons: parse, check, replay on a stage that is given. Their content is in /lessons.
 *
 * Knows nothing of how a lesson is shown.
 */
export { checkStep, helpNeeded } from './check.ts';
export { parseLesson } from './parse.ts';
export { replayLesson } from './replay.ts';
export { type Stage, situationOf } from './stage.ts';
export type * from './types.ts';
