/**
 * Docker's events: containers, images, volumes, networks and the daemon say what happened to them.
 *
 * Kept in memory only, the last 256, as dockerd does. What Docker hides is not here: see trace.ts.
 *
 * @see moby daemon/events
 */
import { type Clock, createEmitter, type Emitter } from '../base/index.ts';
import type { EventMessage } from './docker-types.ts';

const KEPT = 256;

type EventType = 'container' | 'image' | 'volume' | 'network' | 'builder' | 'daemon';

export interface EventLog {
  readonly emitter: Emitter<EventMessage>;
  readonly recent: EventMessage[];
  log(type: EventType, action: string, id: string, attributes: Readonly<Record<string, string>>): void;
}

export function createEventLog(clock: Clock): EventLog {
  const emitter = createEmitter<EventMessage>();
  const recent: EventMessage[] = [];
  let latest = 0;
  return {
    emitter,
    recent,
    log(type, action, id, attributes) {
      // Two events never share a moment, so that `--since` of one's time is unambiguous.
      latest = Math.max(clock.now(), latest + 0.001);
      const event: EventMessage = {
        // Old clients read these three, which only containers and images have.
        ...(type === 'container' || type === 'image' ? { status: action, id } : {}),
        ...(type === 'container' && attributes['image'] ? { from: attributes['image'] } : {}),
        Type: type,
        Action: action,
        Actor: { ID: id, Attributes: sorted(attributes) },
        scope: 'local',
        time: Math.floor(latest / 1000),
        timeNano: Math.round(latest * 1000) * 1000,
      };
      recent.push(event);
      if (recent.length > KEPT) recent.shift();
      emitter.emit(event);
    },
  };
}

/** Go prints maps with sorted keys. */
function sorted(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));
}
