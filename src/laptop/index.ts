/**
 * laptop: the learner's own computer: boot, home folder, shell sessions, `docker`, editors, `strata`.
 *
 * The same kernel and userland that containers have. Knows the engine by its API only.
 */
export { type DockerRootApi, type HostFsApi, serveHost } from './host.ts';
export { startLaptop } from './laptop.ts';
export { serveLaptop } from './serve.ts';
export type * from './types.ts';
