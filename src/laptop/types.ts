/**
 * The laptop as the page, Node's shell and the lessons use it, and what it needs of those who start it.
 */
import type { Transport } from '../api/index.ts';
import type { ByteSink, ByteSource, Clock, Duplex, Random } from '../base/index.ts';
import type { WindowSize } from '../kernel/index.ts';
import type { OpenBlob } from '../store/index.ts';
import type { DiskStore, FileSystem, MountInfo } from '../vfs/index.ts';
import type { DroppedFile } from './dropped.ts';

/** A line of `shell --batch`, and what `window.strata.exec` resolves to. */
export interface CommandResult {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut?: true;
  /** `base64` where stdout or stderr is not UTF-8: then both are base64. */
  readonly encoding?: 'base64';
}

export interface LaptopOptions {
  /** Where the laptop's own file system is kept; its home folder lasts as long as that. */
  readonly disk: DiskStore;
  readonly clock: Clock;
  readonly random: Random;
  /** The network of its programs. */
  readonly fetch?: typeof fetch;
  /**
   * The way to an engine: the laptop's own, or the one that DOCKER_HOST names.
   * @throws StrataError with one line for people where there is no way to that host
   */
  connect(dockerHost: string | undefined): Transport;
  /** /var/lib/docker; absent where the engine is another's. */
  readonly dockerRoot?: DockerRoot;
  /** Reads stored bytes, and files that were dropped. */
  readonly openBlob: OpenBlob;
  /** What programs and shells ask of the page; absent where there is none. */
  readonly page?: PageApi;
}

/** The engine's files, which the laptop's root sees at /var/lib/docker. */
export interface DockerRoot {
  /** A port on them, by the remote file-system protocol. */
  open(): Promise<MessagePort>;
  /** Calls with the mounts that the engine has made in there, and whenever they are others. */
  onMounts(listener: (mounts: readonly MountInfo[]) => void): void;
}

/** A program on a terminal of its own. */
export interface TerminalSession {
  /** Bytes to the screen, and from the keyboard. Ends when the program does. */
  readonly connection: Duplex;
  /** Exit code, as a shell would show it. */
  readonly exit: Promise<number>;
  resize(size: WindowSize): void;
  /** Hangs up. */
  close(): void;
}

/** A program between pipes. */
export interface PipedProgram {
  readonly stdin: ByteSink;
  readonly stdout: ByteSource;
  readonly stderr: ByteSource;
  readonly exit: Promise<number>;
  /** Signals its process group. */
  signal(signal: number): void;
}

/** Paths are absolute, or relative to home. */
export interface Laptop {
  /** Starts a program on a new terminal; a login shell where `argv` is absent. */
  openTerminal(size: WindowSize, argv?: readonly string[]): Promise<TerminalSession>;
  startPiped(argv: readonly string[]): Promise<PipedProgram>;
  /** Runs a command in the one lasting shell that has no terminal. `timeout` in seconds. */
  exec(command: string, timeout?: number): Promise<CommandResult>;
  /** Runs a command on a fresh terminal with `input` typed into it; stdout is the raw bytes. */
  execTty(command: string, input: string, timeout?: number): Promise<CommandResult>;
  readFile(path: string): Promise<Uint8Array>;
  /** Makes missing folders; keeps the mode of a file that is there, unless one is given. */
  writeFile(path: string, content: Uint8Array, mode?: number): Promise<void>;
  /** What an empty prompt offers in grey; '' offers nothing. */
  suggest(command: string): void;
  /** Shows files from outside in /media/dropped, until the laptop ends; answers their paths. */
  drop(files: readonly DroppedFile[]): Promise<string[]>;
  /** Its files, for the engine's bind mounts. */
  readonly files: FileSystem;
  /** Makes durable what was written. */
  flush(): Promise<void>;
}

/** The laptop's functions as they cross a worker's port. */
export type LaptopApi = {
  /** The port carries a `Duplex` of bytes (base/duplex.ts). */
  openTerminal(size: WindowSize): Promise<{ id: number; port: MessagePort }>;
  resizeTerminal(id: number, size: WindowSize): void;
  closeTerminal(id: number): void;
  exec(command: string, timeout?: number): Promise<CommandResult>;
  execTty(command: string, input: string, timeout?: number): Promise<CommandResult>;
  readFile(path: string): Promise<Uint8Array>;
  writeFile(path: string, content: Uint8Array, mode?: number): Promise<void>;
  suggest(command: string): void;
  drop(files: readonly DroppedFile[]): Promise<string[]>;
  flush(): Promise<void>;
};

/** The page's functions that laptop programs use. */
export type PageApi = {
  /** `code FILE`: shows the file in the editor panel; resolves when it is open. */
  openEditor(path: string): Promise<void>;
  /** A command line of an interactive shell has ended: what lessons notice. Sent as a notification. */
  commandRan(command: string, exit: number): void;
};
