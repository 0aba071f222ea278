/**
 * What the engine keeps: one record per image, tag, layer, container, volume and cache entry.
 *
 * Plain data, as it lies in the store. The keys' first part names the table.
 */
import type { Digest } from '../base/index.ts';
import type { BuildRecord, CacheRecord } from '../builder/index.ts';
import type { ImageConfig } from '../oci/index.ts';
import type { ContainerConfig, ContainerStatus, HostConfig, MountPoint } from './docker-types.ts';
import type { LayerBlob } from './layer-sources.ts';

/** `image/<id>`; the config's exact bytes are the blob with the same digest. */
export interface ImageRecord {
  readonly id: Digest;
  readonly config: ImageConfig;
  /** The image this one was committed or classically built from, as `docker inspect` shows it. */
  readonly parent?: Digest;
  /** Milliseconds since the epoch; absent where it was never tagged. */
  readonly lastTagTime?: number;
}

/** `ref/<canonical reference>`: a tag or a digest that names an image. */
interface RefRecord {
  readonly reference: string;
  readonly image: Digest;
}

/** `layer/<DiffID>`; the tar is the blob with that digest, its index is derived from it. */
export interface LayerRecord {
  readonly diffId: Digest;
  /** Bytes of its regular files. */
  readonly size: number;
  /** Whether it came from a registry or was made here. */
  readonly origin: 'pulled' | 'built';
  /** Milliseconds since the epoch when it came here. */
  readonly created: number;
}

/** `source/<DiffID>`: blobs of registries that hold a layer, newest first. */
interface SourceRecord {
  readonly diffId: Digest;
  readonly blobs: readonly LayerBlob[];
}

/** `container/<id>` */
export interface ContainerRecord {
  readonly id: string;
  /** Without the slash. */
  readonly name: string;
  readonly created: number;
  readonly path: string;
  readonly args: readonly string[];
  /** The image's ID, and as it was named. */
  readonly image: Digest;
  readonly imageName: string;
  /** Lowest first; kept here, since an image may be removed by force. */
  readonly layers: readonly Digest[];
  readonly config: ContainerConfig;
  readonly hostConfig: HostConfig;
  readonly mounts: readonly MountPoint[];
  readonly state: ContainerStateRecord;
  readonly restartCount: number;
  /** Ended by the user: `unless-stopped` does not start it again. */
  readonly stoppedByUser: boolean;
  /** Bytes of the thin layer's regular files, as last measured; absent where unknown. */
  readonly upperSize?: number;
}

export interface ContainerStateRecord {
  readonly status: Exclude<ContainerStatus, 'removing'>;
  readonly exitCode: number;
  readonly error: string;
  /** Whether a process of its last run was killed for want of memory. */
  readonly oomKilled?: boolean;
  /** Milliseconds since the epoch; 0 for never. */
  readonly startedAt: number;
  readonly finishedAt: number;
}

/** `volume/<name>` */
export interface VolumeRecord {
  readonly name: string;
  readonly created: number;
  readonly labels: Readonly<Record<string, string>> | null;
  readonly options: Readonly<Record<string, string>> | null;
  readonly anonymous: boolean;
}

/** `cache/<key>` */
export interface StoredCacheRecord extends CacheRecord {
  readonly key: Digest;
  /** As `docker system df -v` shows it: 25 characters. */
  readonly id: string;
  readonly lastUsed: number;
  readonly usageCount: number;
}

/** `build/<id>`: what a build did and why. */
export interface StoredBuildRecord extends BuildRecord {
  readonly id: string;
  readonly tags: readonly string[];
  readonly image?: Digest;
  readonly error?: string;
}

/** `daemon/self` */
export interface DaemonRecord {
  readonly id: string;
  readonly created: number;
  /** Ids of the networks that every engine has. */
  readonly networks: { readonly bridge: string; readonly host: string; readonly none: string };
}

/** The tables by the first part of their keys. */
export interface Tables {
  readonly image: ImageRecord;
  readonly ref: RefRecord;
  readonly layer: LayerRecord;
  readonly source: SourceRecord;
  readonly container: ContainerRecord;
  readonly volume: VolumeRecord;
  readonly cache: StoredCacheRecord;
  readonly build: StoredBuildRecord;
  readonly daemon: DaemonRecord;
}
