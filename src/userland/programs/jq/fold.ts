/** `reduce` and `foreach`. */
import { bound } from './bind.ts';
import type { Env } from './environment.ts';
import { made, type Out, type Outputs, PAUSE, type Path, type Runner } from './output.ts';
import type { Node } from './syntax.ts';
import type { Value } from './values.ts';

export function* reduce(
  machine: Runner,
  { source, pattern, start, update }: Extract<Node, { kind: 'reduce' }>,
  env: Env | undefined,
  input: Value,
  path: Path | undefined,
): Outputs {
  for (const first of machine.run(start, env, input, path)) {
    if (first === PAUSE) {
      yield PAUSE;
      continue;
    }
    let state: Out = first;
    for (const inner of bound(machine, source, pattern, env, input)) {
      if (inner === PAUSE) {
        yield PAUSE;
        continue;
      }
      if (machine.tick()) yield PAUSE;
      let last: Out = made(null, path);
      for (const out of machine.run(update, inner, state.value, state.path)) {
        if (out === PAUSE) yield PAUSE;
        else last = out;
      }
      state = last;
    }
    yield state;
  }
}

export function* foreach(
  machine: Runner,
  { source, pattern, start, update, extract }: Extract<Node, { kind: 'foreach' }>,
  env: Env | undefined,
  input: Value,
  path: Path | undefined,
): Outputs {
  for (const first of machine.run(start, env, input, path)) {
    if (first === PAUSE) {
      yield PAUSE;
      continue;
    }
    let state: Out = first;
    for (const inner of bound(machine, source, pattern, env, input)) {
      if (inner === PAUSE) {
        yield PAUSE;
        continue;
      }
      if (machine.tick()) yield PAUSE;
      for (const out of machine.run(update, inner, state.value, state.path)) {
        if (out === PAUSE) yield PAUSE;
        else {
          state = out;
          if (extract) yield* machine.run(extract, inner, out.value, out.path);
          else yield out;
        }
      }
    }
  }
}
