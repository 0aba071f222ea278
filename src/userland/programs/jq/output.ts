/** What jq's expressions give: outputs one by one, pauses between them. */
import type { Env } from './environment.ts';
import { dumpJson } from './json.ts';
import type { Node } from './syntax.ts';
import { shown, type Value } from './values.ts';

export const PAUSE = Symbol('pause');

/** An output, and where in the input it lies: undefined where paths are not asked for, `NOWHERE` for what is no part of it. */
export interface Out {
  readonly value: Value;
  readonly path: Path | undefined;
}
export type Path = readonly Value[] | typeof NOWHERE;
export const NOWHERE = Symbol('nowhere');

export type Outputs = Generator<Out | typeof PAUSE, void, void>;

/** What runs programs, for those that run parts of them. */
export interface Runner {
  run(node: Node, env: Env | undefined, input: Value, path: Path | undefined): Outputs;
  /** Outputs whose places do not matter. */
  values(node: Node, env: Env | undefined, input: Value): Outputs;
  /** True when it is time for a pause. */
  tick(): boolean;
}

/** A computed value, which is no part of the input. */
export const made = (value: Value, path: Path | undefined): Out => ({
  value,
  path: path === undefined ? undefined : NOWHERE,
});

/** A value's beginning, for a message. */
export function brief(value: Value): string {
  return shown(value, dumpJson)
    .replace(/^\w+ \(/, '')
    .slice(0, -1);
}
