/**
 * Volumes' files: each a file system that the engine owns, kept in the store, served to the
 * containers that mount it.
 */
import { type FileSystem, openDisk } from '../vfs/index.ts';
import type { EngineHost } from './types.ts';

export interface VolumeServer {
  /** The volume's file system, opened once. */
  open(name: string): Promise<FileSystem>;
  /** Files that are not kept, made by the first who wants them. */
  shared(name: string, make: () => FileSystem): FileSystem;
  dropShared(name: string): void;
  /** Makes durable what was written; all volumes where no name is given. */
  flush(): Promise<void>;
  close(name: string): Promise<void>;
}

export function volumePrefix(name: string): string {
  return `volumefs/${name}/`;
}

interface OpenVolume {
  readonly fs: FileSystem;
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export function createVolumeServer(host: Pick<EngineHost, 'store' | 'openBlob'>): VolumeServer {
  const opened = new Map<string, Promise<OpenVolume>>();
  const passing = new Map<string, FileSystem>();
  const open = (name: string): Promise<OpenVolume> => {
    const known = opened.get(name);
    if (known) return known;
    const opening = openVolume(host, name);
    opened.set(name, opening);
    opening.catch(() => opened.delete(name));
    return opening;
  };
  return {
    open: async (name) => (await open(name)).fs,
    shared(name, make) {
      const fs = passing.get(name) ?? make();
      passing.set(name, fs);
      return fs;
    },
    dropShared(name) {
      passing.delete(name);
    },
    async flush() {
      await Promise.all([...opened.values()].map(async (volume) => (await volume).flush()));
    },
    async close(name) {
      const volume = await opened.get(name);
      opened.delete(name);
      await volume?.close();
    },
  };
}

async function openVolume(
  { store, openBlob }: Pick<EngineHost, 'store' | 'openBlob'>,
  name: string,
): Promise<OpenVolume> {
  const view = store.view(volumePrefix(name));
  const disk = await openDisk(view, { type: 'ext4', openBlob });
  return {
    fs: disk.fs,
    flush: () => disk.flush(),
    async close() {
      await disk.close();
      view.revoke();
    },
  };
}
