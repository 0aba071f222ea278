/** The one script of all worker threads: an engine, or one container. */
import { setMaxListeners } from 'node:events';
import { workerData } from 'node:worker_threads';
import type { Role } from './roles.ts';

// Each step of a long build listens to the one signal that cancels it: no leak, and no reason to warn.
setMaxListeners(1000);

const role = workerData as Role;
if (role.role === 'engine') (await import('./engine-role.ts')).start(role);
else (await import('./sandbox-role.ts')).start(role);
