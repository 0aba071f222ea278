/** `reduce` and `foreach`. */
import { bindOne } from './bind.ts';
import type { Env } from './environment.ts';
import { made, type Out, type Outputs, PAUSE, type Path, type Runner } from './output.ts';
import type { Node } from './syntax.ts';
import type { Value } from './values.ts';

type Fold = Extract<Node, { kind: 'reduce' | 'foreach' }>;

export function* fold(
  machine: Runner,
  node: Fold,
  env: Env | undefined,
  input: Value,
  path: Path | undefined,
): Outputs {
  for (const first of machine.run(node.start, env, input, path)) {
    if (first === PAUSE) {
      yield PAUSE;
      continue;
    }
    let state: Out = first;
    const step = function* (inner: Env | undefined): Outputs {
      if (machine.tick()) yield PAUSE;
      const before = state;
      // An update takes the state out: where it gives nothing or fails, and a further pattern is tried, there is none.
      state = made(null, path);
      for (const out of machine.run(node.update, inner, before.value, before.path)) {
        if (out === PAUSE) {
          yield PAUSE;
          continue;
        }
        state = out;
        if (node.kind === 'reduce') continue;
        if (node.extract) yield* machine.run(node.extract, inner, out.value, out.path);
        else yield out;
      }
    };
    for (const item of machine.values(node.source, env, input)) {
      if (item === PAUSE) yield PAUSE;
      else yield* bindOne(machine, node.patterns, item.value, env, input, step);
    }
    if (node.kind === 'reduce') yield state;
  }
}
