/**
 * `docker rm`, and renaming.
 *
 * @see moby daemon/delete.go, daemon/rename.go
 */
import { codeOf, messageOf } from '../base/index.ts';
import { liveOf, releaseWaiters } from './container-live.ts';
import { upperPrefix } from './container-spec.ts';
import { cancelRestart } from './container-start.ts';
import { killNow } from './container-stop.ts';
import { findContainer, isRunning, logContainer, recordOf } from './containers.ts';
import { conflict, failure, invalid } from './failure.ts';
import { logPrefix } from './log-file.ts';
import { claimName } from './names.ts';
import type { ContainerRecord } from './records.ts';
import type { Change } from './state.ts';
import type { Engine } from './types.ts';
import { forgetVolume, usersOf } from './volumes.ts';

export interface RemoveOptions {
  readonly force: boolean;
  /** Also the anonymous volumes that it has. */
  readonly volumes: boolean;
}

export async function removeContainer(engine: Engine, name: string, options: RemoveOptions): Promise<void> {
  const record = findContainer(engine, name);
  const live = liveOf(engine, record.id);
  refuse(record, name, options.force);
  if (options.force) {
    live.stopRequested = true;
    cancelRestart(live);
  }
  const gone = await live.inTurn(async () => {
    // It may have been started while this waited for its turn.
    refuse(recordOf(engine, record.id) ?? record, name, options.force);
    const run = live.run;
    if (run) await killNow(engine, record, run);
    const latest = recordOf(engine, record.id);
    if (!latest) return undefined;
    // Its record, its thin layer and its log go in one step.
    const { store } = engine.host;
    await live.log.flush();
    const deletes = (
      await Promise.all(
        [upperPrefix(record.id), logPrefix(record.id)].map(async (prefix) =>
          (await store.view(prefix).keys()).map((key) => prefix + key),
        ),
      )
    ).flat();
    await engine.state.change((state) => {
      const changes: Change[] = state.container.has(record.id)
        ? [{ table: 'container', key: record.id }]
        : [];
      return { changes, result: undefined, deletes };
    });
    return latest;
  });
  live.outputs.end();
  engine.running.delete(record.id);
  if (!gone) throw failure('ENOTFOUND', `No such container: ${name}`);
  if (options.volumes) await removeAnonymousVolumes(engine, gone);
  logContainer(engine, gone, 'destroy');
  releaseWaiters(live, 'removal', gone.state.exitCode);
  releaseWaiters(live, 'exit', gone.state.exitCode);
}

function refuse(record: ContainerRecord, name: string, force: boolean): void {
  if (force) return;
  const { status } = record.state;
  if (!isRunning(record) && status !== 'restarting') return;
  const how =
    status === 'paused'
      ? 'container is paused and must be unpaused first'
      : `container is ${status}: stop the container before removing or force remove`;
  throw conflict(`cannot remove container ${JSON.stringify(name)}: ${how}`);
}

async function removeAnonymousVolumes(engine: Engine, record: ContainerRecord): Promise<void> {
  const removed = await engine.state.change((state) => {
    const names = record.mounts
      .flatMap((mount) => (mount.Type === 'volume' && mount.Name ? [mount.Name] : []))
      .filter((name) => state.volume.get(name)?.anonymous && usersOf(state, name).length === 0);
    const changes: Change[] = names.map((name) => ({ table: 'volume', key: name }));
    return { changes, result: names };
  });
  for (const name of removed) await forgetVolume(engine, name);
}

export async function renameContainer(engine: Engine, name: string, newName: string): Promise<void> {
  const record = findContainer(engine, name);
  const bare = newName.replace(/^\//, '');
  if (bare === '') throw invalid('Neither old nor new names may be empty');
  if (bare === record.name) throw invalid('Renaming a container with the same name as its current name');
  await engine.state.change((state) => {
    try {
      claimName(state, bare, `/${bare}`);
    } catch (error) {
      const words = `Error when allocating new name: ${messageOf(error)}`;
      throw codeOf(error) === 'ECONFLICT' ? conflict(words) : invalid(words);
    }
    const latest = state.container.get(record.id) ?? record;
    const change: Change = { table: 'container', key: record.id, value: { ...latest, name: bare } };
    return { changes: [change], result: undefined };
  });
  logContainer(engine, { ...record, name: bare }, 'rename', { oldName: `/${record.name}` });
}
