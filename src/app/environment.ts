/**
 * What the page stands on: a laptop and an engine, wherever they are.
 *
 * `boot.ts` makes one from workers; page tests make one of stand-ins.
 */
import type { Transport } from '../api/index.ts';
import type { Duplex } from '../base/index.ts';
import type { CommandResult } from '../laptop/index.ts';

export interface LaptopTerminal {
  readonly connection: Duplex;
  resize(columns: number, rows: number): void;
  close(): void;
}

/** A command that ran in the learner's terminal. */
export interface RanCommand {
  readonly command: string;
  readonly exit: number;
  /** Milliseconds since the epoch, when it ended. */
  readonly at: number;
}

export interface Environment {
  openTerminal(columns: number, rows: number): Promise<LaptopTerminal>;
  exec(command: string, timeout?: number): Promise<CommandResult>;
  readFile(path: string): Promise<Uint8Array>;
  writeFile(path: string, content: Uint8Array): Promise<void>;
  /** Shows files in the laptop's /media/dropped; answers their paths. */
  drop(files: readonly File[]): Promise<string[]>;
  /** Makes the home folder durable. */
  flush(): Promise<void>;
  readonly transport: Transport;
  /** What an empty prompt offers. */
  suggest(command: string): void;
  /** What the laptop asks of the page. */
  onOpenEditor(listener: (path: string) => Promise<void>): void;
  /** The browser keeps nothing. */
  onTemporary(listener: () => void): void;
  onCommand(listener: (command: string, exit: number) => void): void;
}
