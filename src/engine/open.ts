/**
 * The daemon's lifetime: opening what the store holds, and closing.
 *
 * Opening is a boot after a power cut: what ran is `Exited (255)`, half-done things that nothing
 * reaches are swept, and containers whose policy says so start again.
 *
 * @see moby daemon/daemon.go (restore)
 */
import { createEmitter, newId, toHex } from '../base/index.ts';
import { removeContainer } from './container-remove.ts';
import { startContainer } from './container-start.ts';
import { recordOf } from './containers.ts';
import { createEventLog } from './events.ts';
import { createLayerShelf } from './layers.ts';
import type { ContainerRecord, DaemonRecord } from './records.ts';
import { type Change, openState, type State } from './state.ts';
import { sweepLayers } from './sweep.ts';
import type { Engine, EngineHost } from './types.ts';
import { createVolumeServer } from './volume-server.ts';
import { usersOf } from './volumes.ts';

/** What the kernel's absence looks like in a container's exit code. */
const POWER_CUT = 255;

export async function openEngine(host: EngineHost): Promise<Engine> {
  const state = await openState(host.store);
  const engine: Engine = {
    host,
    state,
    events: createEventLog(host.clock),
    layers: createLayerShelf(host, state),
    volumes: createVolumeServer(host),
    running: new Map(),
    execs: new Map(),
    over: createEmitter(),
    trace: createEmitter(),
    progress: createEmitter(),
    startedAt: host.clock.now(),
    closing: new AbortController(),
  };
  engine.over.on((id) => void autoRemove(engine, id));
  const restarting = await state.change((current) => boot(engine, current));
  await sweepKeys(engine);
  await sweepLayers(engine);
  // Who asks first finds them running. One that cannot start keeps its error in its record.
  await Promise.allSettled(restarting.map(({ id }) => startContainer(engine, id)));
  return engine;
}

/** `--rm`: a container that has ended goes, with its anonymous volumes. */
async function autoRemove(engine: Engine, id: string): Promise<void> {
  if (!recordOf(engine, id)?.hostConfig.AutoRemove) return;
  // Somebody may have been faster with `docker rm`.
  await removeContainer(engine, id, { force: true, volumes: true }).catch(() => {});
}

/** Flushes what runs and ends it, as a power cut with notice would. Nothing is written afterwards. */
export async function closeEngine(engine: Engine): Promise<void> {
  engine.closing.abort(new Error('the engine is closing'));
  await Promise.all(
    [...engine.running.values()].map(async (live) => {
      await live.log.flush();
      await live.run?.sandbox.close().catch(() => {});
    }),
  );
  await engine.volumes.flush();
  await engine.host.store.close();
}

function boot(engine: Engine, state: State): { changes: Change[]; result: ContainerRecord[] } {
  const changes: Change[] = [];
  const restarting: ContainerRecord[] = [];
  if (!state.daemon.has('self')) {
    changes.push({ table: 'daemon', key: 'self', value: newDaemon(engine) });
  }
  for (const record of state.container.values()) {
    const { status } = record.state;
    const ran = status === 'running' || status === 'paused' || status === 'restarting';
    if (record.hostConfig.AutoRemove && status !== 'created') {
      changes.push({ table: 'container', key: record.id }, ...ownVolumes(state, record));
      continue;
    }
    if (ran) {
      const { upperSize: _, ...rest } = record;
      const value: ContainerRecord = {
        ...rest,
        state: { ...record.state, status: 'exited', exitCode: POWER_CUT, finishedAt: engine.startedAt },
      };
      changes.push({ table: 'container', key: record.id, value });
    }
    if (startsAgain(record, ran)) restarting.push(record);
  }
  return { changes, result: restarting };
}

/** The anonymous volumes that go with a container, since no other has them. */
function ownVolumes(state: State, record: ContainerRecord): Change[] {
  return record.mounts.flatMap(({ Type, Name }): Change[] => {
    const own = Type === 'volume' && Name !== undefined && state.volume.get(Name)?.anonymous;
    return own && usersOf(state, Name).length === 1 ? [{ table: 'volume', key: Name }] : [];
  });
}

function startsAgain(record: ContainerRecord, ran: boolean): boolean {
  const policy = record.hostConfig.RestartPolicy;
  if (policy?.Name === 'always') return record.state.startedAt > 0;
  if (policy?.Name === 'unless-stopped') return record.state.startedAt > 0 && !record.stoppedByUser;
  return policy?.Name === 'on-failure' && ran;
}

function newDaemon(engine: Engine): DaemonRecord {
  const { random, clock } = engine.host;
  const hex = toHex(random.bytes(16));
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  );
  const network = (): string => newId(random);
  return { id, created: clock.now(), networks: { bridge: network(), host: network(), none: network() } };
}

/** Uppers, logs and volumes' files whose owner is gone: an `--rm` container's after a power cut. */
async function sweepKeys(engine: Engine): Promise<void> {
  const state = engine.state.current();
  const owners = { upper: state.container, log: state.container, volumefs: state.volume };
  for (const [prefix, table] of Object.entries(owners)) {
    const view = engine.host.store.view(`${prefix}/`);
    const garbage = (await view.keys()).filter((key) => !table.has(key.slice(0, key.indexOf('/'))));
    if (garbage.length) await view.commit([], garbage);
    view.revoke();
  }
}
