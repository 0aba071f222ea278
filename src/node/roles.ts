/** What a worker thread is told when it starts: its role, and the ports that it begins with. */
import { Worker } from 'node:worker_threads';

export type Role = EngineRole | SandboxRole;

export interface EngineRole {
  readonly role: 'engine';
  /** Folder of its two databases. */
  readonly state: string;
  /** Whether commits are synced to the disk. */
  readonly durable: boolean;
  /** Address of the site: registry and packages lie below it. */
  readonly base: string;
  /** The Engine API is served here. */
  readonly api: MessagePort;
  /** Rpc of `EngineApi`. */
  readonly control: MessagePort;
  /** Rpc of `HostFsApi`, and of `DockerRootApi` the other way; absent where there is no laptop. */
  readonly host?: MessagePort;
}

export interface SandboxRole {
  readonly role: 'sandbox';
  readonly base: string;
  readonly port: MessagePort;
}

/** What the main thread asks of the engine's, beside the API. */
export type EngineApi = {
  /** Resolves when the daemon is up. */
  ready(): Promise<void>;
  /** Flushes what runs and ends it; nothing is written afterwards. */
  close(): Promise<void>;
};

/** Starts a thread in a role; its ports go along. */
export function spawn(role: Role): Worker {
  const ports = Object.values(role).filter((value) => value instanceof MessagePort);
  // All programs of build/node lie in one folder, whichever chunk this code is in.
  return new Worker(new URL('./worker.js', import.meta.url), {
    workerData: role,
    transferList: ports as never,
  });
}
