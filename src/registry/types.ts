/** What the distribution client takes and gives. */
import type { Digest } from '../base/index.ts';
import type { Descriptor, Manifest, Platform, Reference } from '../oci/index.ts';
import type { Stage, Staged } from '../store/index.ts';

/** Who one is for a registry, as `X-Registry-Auth` has it. */
export interface Credentials {
  readonly username?: string;
  readonly password?: string;
  /** A refresh token, in place of a password. */
  readonly identityToken?: string;
  /** A bearer token that is sent as it is. */
  readonly registryToken?: string;
}

export interface RegistryCall {
  readonly signal: AbortSignal;
  /** Nobody in particular where absent. */
  readonly credentials?: Credentials | undefined;
}

export interface RemoteImage {
  /** Digest of what the reference named: an index or a manifest. */
  readonly digest: Digest;
  readonly manifest: Manifest;
  /** The config's exact bytes, verified. */
  readonly config: Uint8Array;
}

/** A manifest or an index as it lies in the registry. */
export interface RemoteDocument {
  readonly digest: Digest;
  readonly mediaType: string;
  /** Exact bytes. */
  readonly bytes: Uint8Array;
}

export interface LayerProgress {
  readonly phase: 'downloading' | 'verifying' | 'retrying';
  /** Bytes; where it is retrying, seconds until it does. */
  readonly current: number;
  readonly total: number;
}

/** How an upload stands; `retrying` as with layers. */
export interface UploadProgress {
  readonly phase: 'pushing' | 'retrying';
  readonly current: number;
  readonly total: number;
}

/**
 * The distribution client. Failures are StrataErrors with the words that dockerd prints; a build has
 * others for the same failure, in `data.buildkit`, and a push in `data.bare`.
 */
export interface RegistryClient {
  /** What a reference (with tag or digest) names, for one platform. */
  resolve(
    reference: Reference,
    options: RegistryCall & {
      readonly platform: Platform;
      /** Told when the reference is known to name something. */
      readonly onFound?: () => void;
    },
  ): Promise<RemoteImage>;
  /** What a reference names, an index too. */
  document(reference: Reference, options: RegistryCall): Promise<RemoteDocument>;
  /** A small blob that a manifest names, verified: a config. */
  blob(reference: Reference, descriptor: Descriptor, options: RegistryCall): Promise<Uint8Array>;
  /** A layer, verified, as the registry has it. */
  layer(
    reference: Reference,
    layer: Descriptor,
    options: RegistryCall & {
      /** Where its bytes go as they come. */
      readonly stage: () => Stage;
      readonly onProgress: (progress: LayerProgress) => void;
    },
  ): Promise<Staged>;
  /** Looks whether there is a registry at all. */
  reach(domain: string, options: RegistryCall): Promise<void>;
  /** The tags of a repository, as the registry lists them. */
  tags(reference: Reference, options: RegistryCall): Promise<string[]>;
  /** Bytes of a blob that the repository has; undefined where it has none. */
  has(reference: Reference, digest: Digest, options: RegistryCall): Promise<number | undefined>;
  /** Takes a blob over from another repository of the same registry; false where that is not to be had. */
  mount(reference: Reference, digest: Digest, from: string, options: RegistryCall): Promise<boolean>;
  /** Sends a blob. */
  upload(
    reference: Reference,
    digest: Digest,
    contents: Uint8Array | Blob,
    options: RegistryCall & { readonly onProgress?: (progress: UploadProgress) => void },
  ): Promise<void>;
  /** Stores a manifest under the reference's tag. */
  putManifest(
    reference: Reference,
    mediaType: string,
    contents: Uint8Array,
    options: RegistryCall,
  ): Promise<void>;
  /** Tries credentials; answers a refresh token where the registry gives one. */
  login(host: string, options: RegistryCall & { readonly credentials: Credentials }): Promise<string>;
}
