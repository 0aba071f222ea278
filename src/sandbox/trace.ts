/** Gathers what an overlay tells for a moment, so that a busy container sends few messages. */
import type { Clock } from '../base/index.ts';
import type { TraceEvent } from '../vfs/index.ts';

const GATHER = 50;
/** Beyond this, events are sent at once: a message is to stay small. */
const MOST = 1000;

export interface TraceBatch {
  add(event: TraceEvent): void;
  /** Sends what has gathered. */
  flush(): void;
}

export function createTraceBatch(clock: Clock, send: (events: readonly TraceEvent[]) => void): TraceBatch {
  let events: TraceEvent[] = [];
  let waiting = false;
  const flush = (): void => {
    if (events.length === 0) return;
    const batch = events;
    events = [];
    send(batch);
  };
  return {
    add(event) {
      const last = events[events.length - 1];
      if (event.kind === 'write' && last?.kind === 'write' && last.path === event.path) {
        events[events.length - 1] = { ...event, bytes: last.bytes + event.bytes };
        return;
      }
      events.push(event);
      if (events.length >= MOST) flush();
      if (waiting) return;
      waiting = true;
      void clock.sleep(GATHER).then(() => {
        waiting = false;
        flush();
      });
    },
    flush,
  };
}
