/** `docker wait`. */
import { liveOf, type Waiter } from './container-live.ts';
import { findContainer, isRunning } from './containers.ts';
import type { WaitResult } from './docker-types.ts';
import { invalid } from './failure.ts';
import type { Engine } from './types.ts';

/**
 * Begins to wait at once, so that a start which follows is not missed; the result comes later.
 * Conditions: `not-running` (also where empty), `next-exit`, `removed`.
 */
export function waitForContainer(
  engine: Engine,
  name: string,
  condition: string,
  signal: AbortSignal,
): { readonly result: Promise<WaitResult> } {
  if (!['', 'not-running', 'next-exit', 'removed'].includes(condition)) {
    throw invalid(`invalid condition: ${JSON.stringify(condition)}`);
  }
  const record = findContainer(engine, name);
  const { status, exitCode, error } = record.state;
  const active = isRunning(record) || status === 'restarting';
  if (!active && (condition === '' || condition === 'not-running')) {
    return { result: Promise.resolve(resultOf(exitCode, error)) };
  }
  const live = liveOf(engine, record.id);
  return {
    result: new Promise((resolve, reject) => {
      const waiter: Waiter = {
        until: condition === 'removed' ? 'removal' : 'exit',
        done: (code) => {
          signal.removeEventListener('abort', give);
          resolve(resultOf(code, ''));
        },
      };
      const give = (): void => {
        live.waiters.delete(waiter);
        reject(signal.reason);
      };
      live.waiters.add(waiter);
      signal.addEventListener('abort', give, { once: true });
    }),
  };
}

function resultOf(exitCode: number, error: string): WaitResult {
  return { ...(error ? { Error: { Message: error } } : {}), StatusCode: exitCode };
}
