/** System calls to what is outside: time, randomness, the network, what the composition root lends. */
import { messageOf } from '../base/index.ts';
import { fail, PosixError } from '../posix/index.ts';
import type { Caller, Calls } from './gate.ts';
import { WaitQueue, waitOn } from './wait.ts';

export const worldCalls: Calls<'now' | 'monotonic' | 'random' | 'fetch' | 'service'> = {
  now: ({ core }) => core.clock.now(),
  monotonic: ({ core }) => core.clock.monotonic(),
  random: ({ core }, length) => core.random.bytes(length),
  fetch: fetchInterruptibly,
  service: <T>({ core }: Caller, name: string) => core.services.get(name) as T | undefined,
};

async function fetchInterruptibly(
  { core, process }: Caller,
  url: string,
  init?: RequestInit,
): Promise<Response> {
  const fetch = core.fetch ?? fail('ENETUNREACH');
  const abort = new AbortController();
  init?.signal?.addEventListener('abort', () => abort.abort(init.signal?.reason), { once: true });
  const queue = new WaitQueue();
  let outcome: { response: Response } | { error: unknown } | undefined;
  fetch(url, { ...init, signal: abort.signal }).then(
    (response) => {
      outcome = { response };
      queue.wake();
    },
    (error: unknown) => {
      outcome = { error };
      queue.wake();
    },
  );
  const settled = await waitOn(process, [queue], () => outcome, {
    after: () => {
      if (!outcome) abort.abort();
    },
  });
  if ('response' in settled) return settled.response;
  if (settled.error instanceof PosixError) throw settled.error;
  throw new PosixError('EHOSTUNREACH', { reason: messageOf(settled.error), error: settled.error });
}
