/**
 * api: Docker Engine API v1.51: routes `ApiRequest → ApiResponse`, the typed client, transports.
 *
 * Knows the engine, not the command line.
 */
export { createClient } from './client.ts';
export { createApi } from './create-api.ts';
export type * from './docker-types.ts';
export { demultiplex } from './frames.ts';
export { connectOverPort, serveOverPort } from './over-port.ts';
export { decodeStatus } from './status-codec.ts';
export type * from './strata.ts';
export type * from './transport.ts';
