/**
 * Which events `docker events --filter` shows. Names of filters that nobody knows are ignored.
 *
 * @see moby daemon/events/filter.go
 */
import { familiarName, parseReference } from '../oci/index.ts';
import type { EventMessage } from './docker-types.ts';
import { anyOf, type FilterSet, matchesLabels } from './filters.ts';

/** Filters by what an event is about: the beginning of its ID or of its name will do, whatever its type. */
const SUBJECTS = [
  'config',
  'container',
  'daemon',
  'network',
  'node',
  'plugin',
  'secret',
  'service',
  'volume',
];

/** Actions with more behind a colon, for which their own name is enough. */
const LONG_ACTIONS = ['health_status', 'exec_create', 'exec_start'];

export function wantsEvent(filters: FilterSet, event: EventMessage): boolean {
  const { Type, Action, Actor } = event;
  const { name = '' } = Actor.Attributes;
  const isLong = (filters.get('event') ?? []).some((action) => LONG_ACTIONS.includes(action));
  return (
    anyOf(filters, 'type', (type) => Type === type) &&
    anyOf(filters, 'event', (action) => Action === action || (isLong && Action.startsWith(action))) &&
    anyOf(filters, 'scope', (scope) => event.scope === scope) &&
    SUBJECTS.every((subject) =>
      anyOf(filters, subject, (value) => Actor.ID.startsWith(value) || name.startsWith(value)),
    ) &&
    anyOf(filters, 'image', (value) => imagesOf(event).includes(value)) &&
    matchesLabels(filters, Actor.Attributes)
  );
}

/** What an event's image may be called: its id, its name, and either without a tag. */
function imagesOf({ Type, Actor }: EventMessage): string[] {
  const shown = Actor.Attributes[Type === 'image' ? 'name' : 'image'] ?? '';
  return [Actor.ID, shown, withoutTag(Actor.ID), withoutTag(shown)];
}

function withoutTag(name: string): string {
  try {
    return familiarName(parseReference(name));
  } catch {
    return name;
  }
}
