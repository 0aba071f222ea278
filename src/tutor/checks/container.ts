/** `container: {name, state?, image?}`: a container by name; `state: absent` where it is gone. */
import * as v from 'valibot';
import { kind } from './kind.ts';

export const container = kind(
  v.strictObject({
    name: v.string(),
    state: v.optional(v.picklist(['created', 'running', 'paused', 'exited', 'dead', 'absent'])),
    image: v.optional(v.string()),
  }),
  ({ name, state, image }, { model }) => {
    const found = model.containers.find((one) => one.name === name);
    if (!found) return state === 'absent';
    if (state !== undefined && found.state !== state) return false;
    if (image === undefined) return true;
    const of = model.images.find((one) => one.id === found.image);
    return of?.tags.some((tag) => tag === image || tag === `${image}:latest`) ?? false;
  },
);
