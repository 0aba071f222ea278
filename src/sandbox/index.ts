/**
 * sandbox: one container's life in its worker: boot, mounts, stdio, signals, trace.
 *
 * Puts kernel, vfs, sh and userland together. Knows nothing of images or of the engine's records.
 */
export { findAccount } from './accounts.ts';
export { createSandboxHost } from './host.ts';
export { DOCKER_INIT } from './init-file.ts';
export { loadPrograms } from './load-programs.ts';
export { serveSandbox } from './serve.ts';
export type * from './types.ts';
