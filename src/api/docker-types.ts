/**
 * Types of Docker's JSON answers, for clients.
 *
 * They are written down in the engine, which makes the values and may not import this folder.
 */
export type {
  BuildCacheRecord,
  ContainerConfig,
  ContainerInspect,
  ContainerState,
  ContainerSummary,
  CreateContainerRequest,
  CreateContainerResponse,
  DiskUsage,
  EndpointSettings,
  EventMessage,
  ExecCreateRequest,
  ExecInspect,
  FilesystemChange,
  HostConfig,
  ImageDeleteItem,
  ImageHistoryItem,
  ImageInspect,
  ImageSummary,
  MountPoint,
  MountRequest,
  Network,
  PortSummary,
  ProgressMessage,
  PruneReport,
  SystemInfo,
  TopResult,
  VersionInfo,
  Volume,
  VolumeCreateRequest,
  VolumeList,
  WaitResult,
} from '../engine/index.ts';
