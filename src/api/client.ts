/**
 * The typed client: a function for each route, over any Transport.
 *
 *     const docker = createClient(transport);
 *     for (const container of await docker.containers.list()) …
 *
 * Throws StrataError `HTTP<status>` with the engine's message, and whatever the transport throws
 * where there is no engine (`ECONNREFUSED`, …).
 */
import type { Connection } from './client/connection.ts';
import { containersOf } from './client/containers.ts';
import { imagesOf } from './client/images.ts';
import { strataOf } from './client/strata.ts';
import { networksOf, systemOf, volumesOf } from './client/system.ts';
import type { Transport } from './transport.ts';

export function createClient(transport: Transport, options: { readonly version?: string } = {}) {
  const connection: Connection = { transport, prefix: `/v${options.version ?? '1.51'}` };
  return {
    transport,
    containers: containersOf(connection),
    images: imagesOf(connection),
    volumes: volumesOf(connection),
    networks: networksOf(connection),
    system: systemOf(connection),
    strata: strataOf(connection),
  };
}
