/**
 * api: Docker Engine API v1.51: routes `ApiRequest → ApiResponse`, the typed client, transports.
 *
 * Knows the engine, not the command line.
 */

export type { Filters } from './client/connection.ts';
export type { AttachOptions, ListContainersOptions, LogOptions, PathStat } from './client/containers.ts';
export type { BuildOptions } from './client/images.ts';
export { type Client, createClient } from './client.ts';
export { createApi } from './create-api.ts';
export type * from './docker-types.ts';
export { demultiplex, type StreamFrame } from './frames.ts';
export { connectOverPort, serveOverPort } from './over-port.ts';
export { decodeStatus, encodeStatus } from './status-codec.ts';
export type * from './strata.ts';
export type * from './transport.ts';
