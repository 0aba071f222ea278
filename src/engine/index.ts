/**
 * engine: dockerd: images, containers, volumes, networks, events, builds, the daemon's lifetime.
 *
 * Knows nothing of HTTP: the API's routes call it.
 */
export type * from './docker-types.ts';
