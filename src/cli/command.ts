/**
 * What a command of `docker` is: its words, flags and argument counts as data, its work behind a
 * dynamic import.
 *
 * The tables in `table/` are made of these; parsing, usage errors, help and completion read them.
 */
import type { Sys } from '../kernel/index.ts';
import type { Engine } from './engine.ts';
import type { FlagValues } from './flags.ts';

/** What a flag's value has to look like; help shows these words as Docker's does. */
export type FlagKind =
  | 'bool'
  | 'string'
  | 'int'
  | 'int64'
  | 'uint16'
  | 'bytes'
  | 'decimal'
  | 'duration'
  | 'filter'
  | 'list'
  | 'stringArray'
  | 'map'
  | 'mount'
  | 'network'
  | 'ulimit'
  | 'gpu-request'
  | 'strings';

export interface Flag {
  readonly name: string;
  readonly short?: string;
  readonly kind: FlagKind;
  /** As help prints it; only where it is not the kind's zero. */
  readonly default?: string;
  readonly text: string;
  /** Known, but not ours to do: using it is refused in one line. */
  readonly refused: boolean;
  readonly hidden: boolean;
}

/** Least and most arguments; `most` of Infinity is "any number". */
export interface Count {
  readonly least: number;
  readonly most: number;
  /** None are "0 arguments" in messages. */
  readonly exact?: boolean;
}

/** What an argument names, for completion. */
export type ArgumentKind =
  | 'container'
  | 'running'
  | 'stopped'
  | 'paused'
  | 'image'
  | 'volume'
  | 'network'
  | 'file'
  | 'object'
  | 'none';

export interface Command {
  readonly name: string;
  /** Other names in the same place: `list` for `ls`. */
  readonly aliases: readonly string[];
  /** Where else the same command is found, as help lists it. */
  readonly also: readonly string[];
  /** What follows the name in the usage line. */
  readonly usage: string;
  readonly text: string;
  readonly group: 'common' | 'management' | 'other' | 'hidden';
  readonly count: Count;
  readonly flags: readonly Flag[];
  /** Flags end at the first argument: `docker run IMAGE sh -c …`. */
  readonly stopAtFirst: boolean;
  /** The path that usage errors name, where it is not the one typed. */
  readonly path?: string;
  /** What each argument is; the last kind repeats. */
  readonly complete: readonly ArgumentKind[];
  readonly children: readonly Command[];
  /** What stands in its place with DOCKER_BUILDKIT=0. */
  readonly classic?: Command;
  /** Absent: a group of commands, or a command that is refused as a whole. */
  readonly load?: () => Promise<Verb>;
}

/** What a verb works with. */
export interface Cli {
  readonly sys: Sys;
  readonly engine: Engine;
  /** `docker ps` or `docker container ls`: the command as typed, for messages. */
  readonly path: string;
  /** Aborted when the user interrupts; every request ends with it. */
  readonly signal: AbortSignal;
  readonly debug: boolean;
  /** Ends the command with a status, whatever it is doing. */
  abandon(status: number): void;
  out(data: string | Uint8Array): Promise<void>;
  err(data: string | Uint8Array): Promise<void>;
}

/** A command's work; its result is the exit status. */
export type Verb = (cli: Cli, flags: FlagValues, args: readonly string[]) => Promise<number>;
