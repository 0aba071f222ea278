/**
 * Types of Docker's JSON answers, for clients.
 *
 * They are written down in the engine, which makes the values and may not import this folder.
 */
export type {
  ContainerInspect,
  ContainerSummary,
  CreateContainerRequest,
  CreateContainerResponse,
  DiskUsage,
  EventMessage,
  ExecCreateRequest,
  ExecInspect,
  FilesystemChange,
  HostConfig,
  ImageDeleteItem,
  ImageHistoryItem,
  ImageInspect,
  ImageSummary,
  Network,
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
