/** What the laptop is to the engine, its host: files to mount, and a place where the engine's own are seen. */
import { connect, type Port, transferring } from '../base/index.ts';
import { type FileSystem, type MountInfo, serveFs } from '../vfs/index.ts';
import type { DockerRoot } from './types.ts';

/** What the engine asks of its host. */
export type HostFsApi = {
  /** A port on the laptop's files, by the remote file-system protocol. */
  open(): Promise<MessagePort>;
  /** What is mounted in the engine's own files now. */
  mounted(mounts: readonly MountInfo[]): void;
};

/** What the laptop asks of the engine, besides the API. */
export type DockerRootApi = {
  /** A port on /var/lib/docker. */
  openRoot(): MessagePort | Promise<MessagePort>;
};

/** Answers the engine for its host, and gives the way to the engine's own files. */
export function serveHost(port: Port, files: () => Promise<FileSystem>): DockerRoot {
  let listener: (mounts: readonly MountInfo[]) => void = () => {};
  let last: readonly MountInfo[] = [];
  const { remote } = connect<DockerRootApi>(port, {
    async open() {
      const { port1, port2 } = new MessageChannel();
      serveFs(await files(), port1);
      return transferring(port2, [port2]);
    },
    mounted(mounts) {
      last = mounts;
      listener(mounts);
    },
  } satisfies HostFsApi);
  return {
    open: () => remote.openRoot(),
    onMounts(next) {
      listener = next;
      next(last);
    },
  };
}
