/**
 * Waiting for several things at once.
 *
 * @see POSIX, "poll"; epoll(7), "Level-triggered and edge-triggered"
 */
import type { Maybe } from '../base/index.ts';
import { POLLERR, POLLHUP, POLLIN, POLLNVAL, POLLOUT } from '../posix/index.ts';
import type { Core } from './core.ts';
import type { Open } from './description.ts';
import type { Process } from './process.ts';
import type { Pollable, PollRequest, PollResult } from './types.ts';
import { WaitQueue, waitOn } from './wait.ts';

const UNASKED = POLLERR | POLLHUP;

export function poll(
  core: Core,
  process: Process,
  requests: readonly PollRequest[],
  timeout?: number,
): Maybe<PollResult[]> {
  const asked = requests.map(({ fd, events }) => ({
    fd,
    events,
    open: process.descriptors.peek(fd)?.open,
  }));
  const ready = (): PollResult[] =>
    asked
      .map(({ fd, events, open }) => ({ fd, revents: open ? readyOf(open, events) : POLLNVAL }))
      .filter(({ revents }) => revents !== 0);
  const now = ready();
  if (now.length || timeout === 0) return now;
  const timer = new WaitQueue();
  const abort = new AbortController();
  let expired = false;
  if (timeout !== undefined) {
    core.clock.sleep(timeout, abort.signal).then(
      () => {
        expired = true;
        timer.wake();
      },
      () => {},
    );
  }
  const queues = asked.flatMap(({ open, events }) => (open ? queuesOf(open, events) : []));
  const attempt = (): PollResult[] | undefined => {
    const found = ready();
    return found.length || expired ? found : undefined;
  };
  return waitOn(process, [...queues, timer], attempt, { restartable: false, after: () => abort.abort() });
}

export function pollableOf(open: Open): Pollable {
  return {
    ready: (events) => readyOf(open, events),
    subscribe(events, wake) {
      const queues = queuesOf(open, events);
      for (const queue of queues) queue.add(wake);
      return () => {
        for (const queue of queues) queue.delete(wake);
      };
    },
    generation: (events) => queuesOf(open, events).reduce((sum, { generation }) => sum + generation, 0),
  };
}

function readyOf(open: Open, events: number): number {
  return (open.ready?.() ?? POLLIN | POLLOUT) & (events | UNASKED);
}

/** Hang-ups and errors come with the direction that they end; who asks for neither hears of both. */
function queuesOf({ arrivals, room }: Open, events: number): WaitQueue[] {
  const all = (events & (POLLIN | POLLOUT)) === 0;
  return [
    ...(arrivals && (all || events & POLLIN) ? [arrivals] : []),
    ...(room && (all || events & POLLOUT) ? [room] : []),
  ];
}
