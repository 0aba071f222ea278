/**
 * kernel: processes, descriptors, pipes, terminals, signals, program formats, system calls.
 *
 * One kernel per worker: a container's, a build step's, the laptop's. Knows nothing of Docker, of
 * shells or of where programs come from: those who start it give it a program table.
 */
export type { CgroupLimits } from './cgroup.ts';
export { cgroupMount } from './cgroupfs.ts';
export type { Open } from './description.ts';
export type { ProgramFormat } from './formats.ts';
export { createKernel, type Endpoint, type Kernel, type KernelOptions, type Started } from './kernel.ts';
export type { Network } from './network.ts';
export * from './program-file.ts';
export { type Limit, type Limits, type Resource, UNLIMITED } from './rlimits.ts';
export * from './sys.ts';
export type { Tty } from './tty.ts';
export * from './types.ts';
export { readAll, writeAll } from './whole.ts';
