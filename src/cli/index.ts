/**
 * cli: the `docker` program: flags, help, tables, templates and progress over Engine API requests.
 *
 * Knows no engine: it has a `Transport`. Knows no page: it has a `Sys`.
 */
export { completeDocker } from './complete.ts';
export { createDockerMain } from './main.ts';
