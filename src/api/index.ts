/**
 * api: Docker Engine API v1.51: routes `ApiRequest → ApiResponse`, the typed client, transports.
 *
 * Knows the engine, not the command line.
 */
export type * from './strata.ts';
export type * from './transport.ts';
