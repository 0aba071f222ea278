/**
 * tutor: lessons: parse, check, replay on a stage that is given. Their content is in /lessons.
 *
 * Knows nothing of how a lesson is shown.
 */
export { type CheckResult, checkStep } from './check.ts';
export { parseLesson } from './parse.ts';
export { type Replayed, replayLesson } from './replay.ts';
export { type Stage, type StageResult, situationOf } from './stage.ts';
export type * from './types.ts';
