/**
 * `built: {cached?, ran?}`: the last build, by its steps: which came from the cache and which ran.
 *
 * A step is named by the beginning of its instruction: `COPY`, `RUN apk`.
 */
import * as v from 'valibot';
import type { StepRecord } from '../../builder/index.ts';
import { kind } from './kind.ts';

export const built = kind(
  v.strictObject({ cached: v.optional(v.array(v.string())), ran: v.optional(v.array(v.string())) }),
  async ({ cached = [], ran = [] }, situation) => {
    const [last] = await situation.builds();
    if (!last) return false;
    const found = (beginning: string): StepRecord | undefined =>
      last.steps.find((step) => step.name.replace(/^\[[^\]]*\] /, '').startsWith(beginning));
    return (
      cached.every((name) => found(name)?.cached === true) &&
      ran.every((name) => found(name)?.cached === false)
    );
  },
);
