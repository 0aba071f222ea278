/** `containers/`: a folder for each, with its config, its log and the files that are mounted over /etc's. */
import { digestSync } from '../../base/index.ts';
import { inspectContainer } from '../container-inspect.ts';
import { liveOf } from '../container-live.ts';
import { systemFiles } from '../container-spec.ts';
import { logPrefix } from '../log-file.ts';
import type { ContainerRecord } from '../records.ts';
import type { Engine } from '../types.ts';
import { folder, type RootNode, text } from './nodes.ts';

export function containers(engine: Engine): RootNode {
  return folder(0o710, engine.startedAt, () =>
    Object.fromEntries(
      [...engine.state.current().container.values()].map((record) => [record.id, container(engine, record)]),
    ),
  );
}

function container(engine: Engine, record: ContainerRecord): RootNode {
  const { id, created } = record;
  const files = systemFiles(record);
  const resolvConf = files.find(({ target }) => target === '/etc/resolv.conf')!;
  return folder(0o710, created, () => ({
    [`${id}-json.log`]: text(0o640, created, () => logOf(engine, id)),
    checkpoints: folder(0o700, created, () => ({})),
    'config.v2.json': text(0o600, created, () => configOf(engine, record)),
    'hostconfig.json': text(0o600, created, () => JSON.stringify(record.hostConfig)),
    mounts: folder(0o710, created, () => ({})),
    ...Object.fromEntries(
      files.map(({ target, content, mode }) => [
        target.replace('/etc/', ''),
        text(mode, created, () => content),
      ]),
    ),
    // By which dockerd sees whether somebody has edited it.
    'resolv.conf.hash': text(0o644, created, () => digestSync(resolvConf.content)),
  }));
}

async function logOf(engine: Engine, id: string): Promise<string> {
  await liveOf(engine, id).log.flush();
  const chunks = await engine.host.store.listRecords(logPrefix(id));
  return chunks.map(([, lines]) => (typeof lines === 'string' ? lines : '')).join('');
}

/** The members of dockerd's file that the API shows too, under the names that the file has. */
async function configOf(engine: Engine, record: ContainerRecord): Promise<string> {
  const shown = await inspectContainer(engine, record.id, { size: false });
  const { State, Created, Path, Args, Image, Name, RestartCount, Driver, Platform, LogPath } = shown;
  return JSON.stringify({
    State,
    ID: record.id,
    Created,
    Path,
    Args,
    Config: record.config,
    Image,
    LogPath,
    Name,
    Driver,
    OS: Platform,
    RestartCount,
    HasBeenStartedBefore: record.state.startedAt > 0,
    HasBeenManuallyStopped: record.stoppedByUser,
    MountPoints: Object.fromEntries(record.mounts.map((mount) => [mount.Destination, mount])),
  });
}
