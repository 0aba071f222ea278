/** `diff: {container, path, kind?}`: a path in a container's thin layer, as `docker diff` marks it. */
import * as v from 'valibot';
import { kind } from './kind.ts';

export const diff = kind(
  v.strictObject({
    container: v.string(),
    path: v.string(),
    kind: v.optional(v.picklist(['A', 'C', 'D'])),
  }),
  ({ container, path, kind: mark }, { model }) => {
    const found = model.containers.find((one) => one.name === container);
    return (
      found?.upper.some((change) => change.path === path && (mark === undefined || change.kind === mark)) ??
      false
    );
  },
);
