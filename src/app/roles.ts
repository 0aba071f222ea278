/**
 * The first message to a worker: which role it has, and the ports that it begins with.
 *
 * All workers are one script (`worker.ts`); code comes by dynamic import of the role.
 */
import type { PageApi } from '../laptop/index.ts';

export type RoleMessage = EngineRole | LaptopRole | SandboxRole;

export interface EngineRole {
  readonly role: 'engine';
  /** Names databases and locks. */
  readonly sandbox: string;
  /** The page's address; the static registry and packages lie beside it. */
  readonly base: string;
  /** Ports that the Engine API is served on. */
  readonly api: readonly MessagePort[];
  /** Rpc of `EngineApi`. */
  readonly control: MessagePort;
  /** Rpc of `HostFsApi`: the laptop's files, for bind mounts; and of `DockerRootApi` the other way. */
  readonly host: MessagePort;
}

export interface LaptopRole {
  readonly role: 'laptop';
  readonly sandbox: string;
  readonly base: string;
  /** The laptop's way to the engine. */
  readonly api: MessagePort;
  /** Rpc of `LaptopApi`. */
  readonly control: MessagePort;
  /** Rpc of `PageRoleApi`, which the page serves. */
  readonly page: MessagePort;
  /** The other end of the engine's. */
  readonly host: MessagePort;
}

export interface SandboxRole {
  readonly role: 'sandbox';
  readonly base: string;
}

/** What the page asks of the engine's worker, beside the API. */
export type EngineApi = {
  /** Resolves when the daemon is up. */
  ready(): Promise<void>;
  /** Flushes what runs and ends it; nothing is written afterwards. */
  close(): Promise<void>;
};

/** What the laptop's worker asks of the page. */
export type PageRoleApi = PageApi & {
  /** The browser keeps nothing: what there is goes with the tab. */
  temporary(): void;
};
