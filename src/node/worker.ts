/** The one script of all worker threads: an engine, or one container. */
import { workerData } from 'node:worker_threads';
import type { Role } from './roles.ts';

const role = workerData as Role;
if (role.role === 'engine') (await import('./engine-role.ts')).start(role);
else (await import('./sandbox-role.ts')).start(role);
