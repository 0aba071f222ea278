/**
 * engine: dockerd: images, containers, volumes, networks, events, builds, the daemon's lifetime.
 *
 * Functions over an `Engine`, which `openEngine` gives. Knows nothing of HTTP: the API's routes call it.
 */
export { attachContainer } from './attach.ts';
export { buildImage, listBuilds } from './build.ts';
export { unpackContext } from './build-context.ts';
export { commitContainer } from './commit.ts';
export { exportContainer, readArchive, statPath, writeArchive } from './container-archive.ts';
export { createContainer } from './container-create.ts';
export { containerChanges, upperEntries, upperSizeOf } from './container-files.ts';
export { inspectContainer } from './container-inspect.ts';
export { listContainers } from './container-list.ts';
export { removeContainer, renameContainer } from './container-remove.ts';
export { startContainer } from './container-start.ts';
export {
  killContainer,
  pauseContainer,
  resizeContainer,
  restartContainer,
  stopContainer,
  unpauseContainer,
} from './container-stop.ts';
export { topContainer } from './container-top.ts';
export { updateContainer } from './container-update.ts';
export { waitForContainer } from './container-wait.ts';
export { findContainer } from './containers.ts';
export { diskUsage } from './disk-usage.ts';
export { openDockerRoot, watchDockerMounts } from './docker-root/index.ts';
export type * from './docker-types.ts';
export { wantsEvent } from './event-filter.ts';
export { createExec, inspectExec, resizeExec, startExec } from './exec.ts';
export { failure, invalid, notImplemented } from './failure.ts';
export { type FilterSet, parseFilters } from './filters.ts';
export { type FsckReport, fsck } from './fsck.ts';
export { download, importImage, loadImages, saveImages } from './image-archive/index.ts';
export { listImages } from './image-list.ts';
export { PLATFORM, pullAllTags, pullImage } from './image-pull.ts';
export { pushImage } from './image-push.ts';
export { removeImage } from './image-remove.ts';
export { tagImage } from './image-tag.ts';
export { createdOf, imageHistory, imageSize, inspectImage, namesOf } from './images.ts';
export { demandReadable, type LogLine, readLogs } from './logs.ts';
export { inspectNetwork, listNetworks } from './networks.ts';
export { closeEngine, openEngine } from './open.ts';
export {
  pruneBuildCache,
  pruneContainers,
  pruneImages,
  pruneNetworks,
  pruneVolumes,
} from './prune.ts';
export type { ContainerRecord, ImageRecord } from './records.ts';
export { inspectDistribution, searchImages, signIn } from './registries.ts';
export type { State } from './state.ts';
export { API_VERSION, ENGINE_VERSION, MIN_API_VERSION, systemInfo, versionInfo } from './system.ts';
export { parseTimestamp, rfc3339NanoFixed } from './time.ts';
export type {
  ContainerTrace,
  Engine,
  EngineHost,
  EngineProgress,
} from './types.ts';
export { createVolume, inspectVolume, listVolumes, removeVolume } from './volumes.ts';
