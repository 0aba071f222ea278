/** Waiting for children. @see POSIX, "waitpid"; wait4(2) */
import type { Maybe } from '../base/index.ts';
import { continued, fail, stopped } from '../posix/index.ts';
import type { Process } from './process.ts';
import type { Pid, WaitOptions, WaitResult } from './types.ts';
import { waitOn } from './wait.ts';

export function wait(process: Process, pid: Pid, options: WaitOptions = {}): Maybe<WaitResult | undefined> {
  const attempt = (): WaitResult | undefined => {
    let candidates = 0;
    for (const child of process.children) {
      if (!isAwaited(process, child, pid)) continue;
      candidates++;
      const status = newsOf(process, child, options);
      if (status !== undefined) return { pid: child.pid, status, usage: usageOf(child) };
    }
    if (candidates === 0) fail('ECHILD');
    return undefined;
  };
  const now = attempt();
  if (now || options.nohang) return now;
  return waitOn(process, [process.childQueue], attempt);
}

/** A wait status that has yet to be told. */
function newsOf(process: Process, child: Process, options: WaitOptions): number | undefined {
  if (!child.alive) {
    process.table.reap(child);
    return child.status;
  }
  if (options.untraced && child.stoppedBy !== undefined && child.stopUntold) {
    child.stopUntold = false;
    return stopped(child.stoppedBy);
  }
  if (options.continued && child.continueUntold) {
    child.continueUntold = false;
    return continued;
  }
  return undefined;
}

function isAwaited(process: Process, child: Process, pid: Pid): boolean {
  if (pid > 0) return child.pid === pid;
  if (pid === -1) return true;
  return child.pgid === (pid === 0 ? process.pgid : -pid);
}

function usageOf(child: Process): WaitResult['usage'] {
  return { cpu: child.cpu + child.childrenCpu, memory: child.mostMemory };
}
