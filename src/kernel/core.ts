/** What all system calls of one kernel share. Made by `createKernel`. */
import type { Clock, Random } from '../base/index.ts';
import type { FileTree } from '../vfs/index.ts';
import type { ProgramFormat } from './formats.ts';
import type { Caller } from './gate.ts';
import type { Namespaces } from './namespaces.ts';
import type { Network } from './network.ts';
import type { Pipe } from './pipe.ts';
import type { Process, Run } from './process.ts';
import type { ProcessTable } from './process-table.ts';
import type { ProgramTable, Sys } from './sys.ts';
import type { Tty } from './tty.ts';
import type { Turns } from './turn.ts';
import type { Uname } from './types.ts';

export interface Core {
  readonly tree: FileTree;
  readonly programs: ProgramTable;
  readonly formats: readonly ProgramFormat[];
  readonly table: ProcessTable;
  readonly turns: Turns;
  readonly clock: Clock;
  readonly random: Random;
  readonly fetch: typeof fetch | undefined;
  readonly network: Network | undefined;
  readonly services: ReadonlyMap<string, unknown>;
  readonly uname: Uname;
  hostname: string;
  readonly isPrivileged: boolean;
  readonly namespaces: Namespaces;
  /** Milliseconds since the epoch. */
  readonly booted: number;
  /** Bytes and processors that /proc tells of. */
  readonly memory: number;
  readonly processors: number;
  /** Terminals by number. */
  readonly ttys: Map<number, Tty>;
  /** Pipes behind FIFOs that are open, by file system and inode. */
  readonly fifos: Map<string, Pipe>;
  newPipe(): Pipe;
  /** The system calls of one program. */
  createSys(process: Process, run: Run): Caller & Sys;
  /** Whose call is being served: /proc/self. */
  current: Process | undefined;
}
