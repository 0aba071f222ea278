/** Gives a check's condition the type of its schema. */
import type { GenericSchema } from 'valibot';
import type { CheckKind } from '../types.ts';

export function kind<A>(schema: GenericSchema<unknown, A>, holds: CheckKind<A>['holds']): CheckKind<A> {
  return { schema, holds };
}

/** Patterns in lessons are ours, but a mistyped one shall be found when the lesson is parsed. */
export function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
