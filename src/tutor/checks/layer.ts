/** `layer: {instruction, under?}`: a stored layer of this instruction; with containers standing on it. */
import * as v from 'valibot';
import { kind } from './kind.ts';

export const layer = kind(
  v.strictObject({ instruction: v.string(), under: v.optional(v.array(v.string())) }),
  ({ instruction, under = [] }, { model }) => {
    for (const one of model.layers.values()) {
      const text = `${one.instruction.op} ${one.instruction.text}`;
      if (!text.startsWith(instruction)) continue;
      if (under.every((name) => one.sharers.containers.some((container) => container.name === name)))
        return true;
    }
    return false;
  },
);
