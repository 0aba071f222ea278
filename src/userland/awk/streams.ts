/**
 * The files and commands that a program reads from and writes to, by name.
 *
 * What is written is queued: a file is opened and a command started when the queue is first emptied,
 * which `flush` does; so printing never waits.
 */
import type { Maybe } from '../../base/index.ts';
import { type Fd, type FileAction, type Pid, type Sys, writeAll } from '../../kernel/index.ts';
import {
  bytesOfBinary,
  errnoOf,
  O_APPEND,
  O_CREAT,
  O_TRUNC,
  O_WRONLY,
  signals,
  textOf,
} from '../../posix/index.ts';
import type { Io } from '../io.ts';
import { Records } from './records.ts';

interface Output {
  readonly kind: '>' | '>>' | '|';
  readonly name: string;
  queue: string;
  fd: Fd | undefined;
  pid: Pid | undefined;
}

interface Input {
  readonly records: Records;
  readonly pid: Pid | undefined;
}

/** Queued bytes from which on it is time to write. */
const FULL = 16_384;

export class Streams {
  private readonly outputs = new Map<string, Output>();
  private readonly inputs = new Map<string, Input>();
  private queued = 0;
  private readonly io: Io;

  constructor(io: Io) {
    this.io = io;
  }

  write(kind: Output['kind'], name: string, text: string): void {
    if (kind !== '|' && (name === '-' || name === '/dev/stdout')) {
      this.io.put(text);
      return;
    }
    let output = this.outputs.get(name);
    if (!output) {
      output = { kind, name, queue: '', fd: undefined, pid: undefined };
      this.outputs.set(name, output);
    }
    output.queue += text;
    this.queued += text.length;
  }

  /** Writes where much is queued, and lets others run. */
  pump(): Maybe<void> {
    return this.queued > FULL ? this.flush() : this.io.pump();
  }

  /** Writes all that is queued, stdout first. */
  async flush(): Promise<void> {
    await this.io.flush();
    for (const output of this.outputs.values()) await this.drain(output);
    this.queued = 0;
  }

  /** Closes what has this name; a command's wait status, 0 for a file, -1 where there is nothing. */
  async close(name: string): Promise<number> {
    const output = this.outputs.get(name);
    const input = this.inputs.get(name);
    if (!output && !input) return -1;
    this.outputs.delete(name);
    this.inputs.delete(name);
    let status = 0;
    if (output) {
      await this.io.flush();
      await this.drain(output);
      await this.io.sys.close(output.fd!);
      if (output.pid !== undefined) status = await this.waitStatus(output.pid);
    }
    if (input) {
      await input.records.close();
      if (input.pid !== undefined) status = await this.waitStatus(input.pid);
    }
    return status;
  }

  async closeAll(): Promise<void> {
    await this.flush();
    for (const name of [...this.outputs.keys(), ...this.inputs.keys()]) await this.close(name);
  }

  /** Records of a file or of a command's output. @throws errnos for a file. */
  async read(kind: 'file' | 'command', name: string): Promise<Records> {
    const open = this.inputs.get(name);
    if (open) return open.records;
    await this.flush();
    if (kind === 'file') {
      const records = new Records(await this.io.openInput(pathOf(name)));
      this.inputs.set(name, { records, pid: undefined });
      return records;
    }
    const { sys } = this.io;
    const [from, to] = sys.pipe();
    const pid = await startShell(sys, pathOf(name), [
      { kind: 'dup2', from: to, to: 1 },
      { kind: 'close', fd: from },
      { kind: 'close', fd: to },
    ]);
    await sys.close(to);
    const records = new Records(this.io.reader(from));
    this.inputs.set(name, { records, pid });
    return records;
  }

  /** Runs a command to its end. */
  async system(command: string): Promise<number> {
    await this.flush();
    return this.wait(await startShell(this.io.sys, pathOf(command), []));
  }

  private async drain(output: Output): Promise<void> {
    const { sys } = this.io;
    if (output.fd === undefined) {
      if (output.kind === '|') {
        const [from, to] = sys.pipe();
        output.pid = await startShell(sys, pathOf(output.name), [
          { kind: 'dup2', from, to: 0 },
          { kind: 'close', fd: from },
          { kind: 'close', fd: to },
        ]);
        await sys.close(from);
        output.fd = to;
        sys.setCloexec(to, true);
      } else {
        const how = output.kind === '>' ? O_TRUNC : O_APPEND;
        try {
          output.fd = await sys.open(pathOf(output.name), O_WRONLY | O_CREAT | how, 0o666);
        } catch (error) {
          this.io.dieErrno(`can't open '${pathOf(output.name)}'`, error);
        }
      }
    }
    const { queue } = output;
    output.queue = '';
    if (queue === '') return;
    // A command that does not read what it gets is no reason to die.
    const before = sys.sigaction(signals.PIPE, output.pid === undefined ? 'default' : 'ignore');
    try {
      await writeAll(sys, output.fd!, bytesOfBinary(queue));
    } catch (error) {
      if (errnoOf(error) !== 'EPIPE') throw error;
    } finally {
      sys.sigaction(signals.PIPE, before);
    }
  }

  /** The exit code; 0 where a signal ended it. */
  private async wait(pid: Pid): Promise<number> {
    return (await this.waitStatus(pid)) >> 8;
  }

  private async waitStatus(pid: Pid): Promise<number> {
    for (;;) {
      const result = await this.io.sys.wait(pid);
      if (result) return result.status;
    }
  }
}

const pathOf = (name: string): string => textOf(bytesOfBinary(name));

function startShell(sys: Sys, command: string, actions: readonly FileAction[]): Maybe<Pid> {
  return sys.spawn('/bin/sh', ['sh', '-c', command], { actions });
}
