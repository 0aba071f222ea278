/**
 * `POST /containers/{id}/update`: limits and the restart policy of a container that is there.
 *
 * @see moby daemon/update.go
 */

import { codeOf } from '../base/index.ts';
import { liveOf } from './container-live.ts';
import { findContainer, logContainer, recordOf } from './containers.ts';
import type { HostConfig } from './docker-types.ts';
import { conflict } from './failure.ts';
import { restartPolicy } from './host-config.ts';
import { checkResources, limitsOf, updatedResources } from './resources.ts';
import type { Engine } from './types.ts';

/** Answers warnings for what has no effect here. */
export async function updateContainer(
  engine: Engine,
  name: string,
  asked: HostConfig,
): Promise<{ readonly Warnings: readonly string[] | null }> {
  const wanted = asked.RestartPolicy?.Name ? restartPolicy(asked) : undefined;
  const record = findContainer(engine, name);
  const refuse = (why: string): never => {
    throw conflict(`Cannot update container ${record.id}: ${why}`);
  };
  if (record.hostConfig.AutoRemove && wanted && wanted.Name !== 'no') {
    refuse('Restart policy cannot be updated because AutoRemove is enabled for the container');
  }
  const warnings = checkResources(asked, true);
  const hostConfig = await engine.state.change((state) => {
    const now = state.container.get(record.id) ?? record;
    const resources = updatedResources(now.hostConfig, asked, refuse);
    const hostConfig = wanted ? { ...resources, RestartPolicy: wanted } : resources;
    const value = { ...now, hostConfig };
    return { changes: [{ table: 'container', key: record.id, value }], result: hostConfig };
  });
  await liveOf(engine, record.id)
    .run?.sandbox.setLimits(limitsOf(hostConfig))
    .catch((error: unknown) => {
      // One that ended meanwhile has them at its next start.
      if (codeOf(error) !== 'ESANDBOX') throw error;
    });
  logContainer(engine, recordOf(engine, record.id) ?? record, 'update');
  return { Warnings: warnings.length ? warnings : null };
}
