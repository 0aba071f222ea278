/**
 * `POST /containers/create`: a record, and the volumes that it names.
 *
 * @see moby daemon/create.go
 */
import { newId } from '../base/index.ts';
import { type ImageConfig, platformText, runsOn } from '../oci/index.ts';
import { commandOf, mergeConfig } from './container-config.ts';
import { removeContainer } from './container-remove.ts';
import { parseSignal } from './container-stop.ts';
import { makeWorkdir, needsWorkdir } from './container-workdir.ts';
import { logContainer } from './containers.ts';
import type { CreateContainerRequest, CreateContainerResponse } from './docker-types.ts';
import { failure, invalid, notFound, notImplemented } from './failure.ts';
import { completeHostConfig, limitWarnings, refuseUnsupported } from './host-config.ts';
import { demandSources } from './host-files.ts';
import { shortId } from './ids.ts';
import { PLATFORM } from './image-pull.ts';
import { findImage } from './images.ts';
import { MOST_LAYERS } from './manifest-check.ts';
import { checkTmpfsTargets, planMounts, type VolumeNeed } from './mounts.ts';
import { claimName, randomName } from './names.ts';
import { checkAddresses } from './networks.ts';
import type { ContainerRecord } from './records.ts';
import type { Change, State } from './state.ts';
import type { Engine } from './types.ts';
import { checkVolumeOptions } from './volume-options.ts';
import { populateVolumes } from './volume-populate.ts';
import { logVolumeCreated, volumeChanges } from './volumes.ts';
import { mountsFrom } from './volumes-from.ts';

export async function createContainer(
  engine: Engine,
  request: CreateContainerRequest,
  name: string,
  platform = '',
): Promise<CreateContainerResponse> {
  if (!request.Image && !request.Cmd?.length && !request.Entrypoint?.length) {
    throw invalid('config cannot be empty in order to create a container');
  }
  if (request.WorkingDir && !request.WorkingDir.startsWith('/')) {
    throw invalid(
      `the working directory '${request.WorkingDir}' is invalid, it needs to be an absolute path`,
    );
  }
  if (request.StopSignal) parseSignal(request.StopSignal);
  const hostConfig = completeHostConfig(request.HostConfig ?? {});
  refuseUnsupported(hostConfig);
  checkTmpfsTargets(hostConfig);
  checkAddresses(request.NetworkingConfig ?? {});
  const limits = limitWarnings(request.HostConfig ?? {});
  if (request.Healthcheck?.Test?.length && request.Healthcheck.Test[0] !== 'NONE') {
    throw notImplemented('health checks: not supported by Strata');
  }
  const { random, clock } = engine.host;
  const { record, made, needsDirectory, warnings } = await engine.state.change(async (state) => {
    const image = findImage(state, request.Image ?? '');
    checkPlatform(request.Image ?? '', platform, image.config.os, image.config.architecture);
    const warnings = [...limits, ...(platform === '' ? platformWarnings(image.config) : [])];
    const id = newId(random);
    const bare = name.replace(/^\//, '');
    if (name !== '') claimName(state, bare, bare);
    const config = mergeConfig(id, request, image.config.config ?? {});
    const inherited = mountsFrom(state, hostConfig.VolumesFrom ?? []);
    const mounts = planMounts(config, hostConfig, inherited, random);
    await demandSources(engine, hostConfig.Mounts ?? []);
    const { path, args } = commandOf(config);
    const layers = image.config.rootfs.diff_ids;
    if (layers.length > MOST_LAYERS) throw failure('ESYSTEM', 'max depth exceeded');
    const needsDirectory = await needsWorkdir(engine, { config, layers });
    const record: ContainerRecord = {
      id,
      name: bare || randomName(state, random),
      created: clock.now(),
      path,
      args,
      image: image.id,
      imageName: request.Image ?? shortId(image.id),
      layers,
      config,
      hostConfig,
      mounts: mounts.points,
      state: { status: 'created', exitCode: 0, error: '', startedAt: 0, finishedAt: 0 },
      restartCount: 0,
      stoppedByUser: false,
      ...(needsDirectory ? {} : { upperSize: 0 }),
    };
    const made = missingVolumes(state, mounts.volumes);
    for (const need of made) checkVolumeOptions(need.name, need.options ?? {});
    const changes: Change[] = [
      ...made.flatMap((need) => volumeChanges(need, clock.now())),
      { table: 'container', key: id, value: record },
    ];
    return { changes, result: { record, made, needsDirectory, warnings } };
  });
  for (const need of made) logVolumeCreated(engine, need.name);
  try {
    if (needsDirectory) await makeWorkdir(engine, record);
    await populateVolumes(engine, record);
  } catch (error) {
    await removeContainer(engine, record.id, { force: true, volumes: true });
    throw error;
  }
  logContainer(engine, record, 'create');
  return { Id: record.id, Warnings: warnings };
}

function missingVolumes(state: State, needs: readonly VolumeNeed[]): VolumeNeed[] {
  const names = new Set<string>();
  return needs.filter(({ name }) => !state.volume.has(name) && !names.has(name) && names.add(name));
}

/** Nobody said that another machine's image is wanted. @see moby daemon/create.go */
function platformWarnings(image: ImageConfig): string[] {
  if (runsOn(image, PLATFORM)) return [];
  const own = image.os ? platformText(image) : 'unknown';
  return [
    `The requested image's platform (${own}) does not match the detected host platform (${platformText(PLATFORM)}) and no specific platform was requested`,
  ];
}

function checkPlatform(name: string, wanted: string, os: string, architecture: string): void {
  if (wanted === '') return;
  const [wantedOs, wantedArchitecture] = wanted.includes('/') ? wanted.split('/') : ['linux', wanted];
  if (wantedOs === os && (!wantedArchitecture || wantedArchitecture === architecture)) return;
  throw notFound(
    `image with reference ${name} was found but its platform (${os}/${architecture}) does not match the specified platform (${wanted})`,
  );
}
