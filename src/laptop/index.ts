/**
 * laptop: the learner's own computer: boot, home folder, shell sessions, `docker`, editors, `strata`.
 *
 * The same kernel and userland that containers have. Knows the engine by its API only.
 */
export type * from './types.ts';
