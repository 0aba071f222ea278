/**
 * What the page (or Node's shell) asks of the laptop's worker, and what the laptop asks of the page.
 */
import type { WindowSize } from '../kernel/index.ts';

/** A line of `shell --batch`, and what `window.strata.exec` resolves to. */
export interface CommandResult {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut?: true;
  /** `base64` where stdout is not UTF-8 (then stderr is base64 as well). */
  readonly encoding?: 'base64';
}

/** The laptop's functions, by rpc. Paths are absolute or relative to home. */
export type LaptopApi = {
  /** Opens a login shell on a new terminal; the port carries a `Duplex` of bytes (base/duplex.ts). */
  openTerminal(size: WindowSize): Promise<{ id: number; port: MessagePort }>;
  resizeTerminal(id: number, size: WindowSize): void;
  closeTerminal(id: number): void;
  /** Runs a command in the one lasting shell that has no terminal. `timeout` in seconds. */
  exec(command: string, timeout?: number): Promise<CommandResult>;
  /** Runs a command on a fresh terminal with `input` typed into it; stdout is the raw bytes. */
  execTty(command: string, input: string, timeout?: number): Promise<CommandResult>;
  readFile(path: string): Promise<Uint8Array>;
  writeFile(path: string, content: Uint8Array, mode?: number): Promise<void>;
  /** Makes the home folder durable. */
  flush(): Promise<void>;
};

/** The page's functions, by rpc, that laptop programs use; absent in Node. */
export type PageApi = {
  /** `code FILE`: shows the file in the editor panel; resolves when it is open. */
  openEditor(path: string): Promise<void>;
  /** A title or a bell of a terminal, links to open. */
  openUrl(url: string): Promise<void>;
  /** A command line of an interactive shell has ended: what lessons notice. Sent as a notification. */
  commandRan(command: string, exit: number): void;
};
