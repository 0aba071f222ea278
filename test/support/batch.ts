/** `npm run shell -- --batch` as a process: lines in, answers out. */
import { type ChildProcess, spawn } from 'node:child_process';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import type { CommandResult } from '../../src/laptop/index.ts';

const SHELL = path.join(import.meta.dirname, '../../build/node/shell.js');

export interface Batch {
  readonly pid: number;
  send(line: object): Promise<CommandResult & { readonly error?: string }>;
  exec(command: string, timeout?: number): Promise<CommandResult>;
  /** Ends the input and waits for the process; its exit status. */
  close(): Promise<number | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

/** Starts one; state in `folder`, or in memory. */
export function startBatch(folder?: string): Batch {
  const child = spawn(process.execPath, [SHELL, ...(folder ? ['--state', folder] : []), '--batch'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting: { resolve(answer: never): void; reject(error: Error): void }[] = [];
  createInterface({ input: child.stdout! }).on('line', (line) =>
    waiting.shift()?.resolve(JSON.parse(line) as never),
  );
  const ended = exit(child).finally(() => {
    for (const { reject } of waiting.splice(0)) reject(new Error('the shell ended'));
  });
  const send: Batch['send'] = (line) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      child.stdin!.write(`${JSON.stringify(line)}\n`);
    });
  return {
    pid: child.pid!,
    send,
    exec: (cmd, timeout = 60) => send({ cmd, timeout }),
    close() {
      child.stdin!.end();
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function exit(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (status) => resolve(status)));
}
