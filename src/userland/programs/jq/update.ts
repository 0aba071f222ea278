/** Updates: `=`, `|=`, `+=` and their kin, by the places of what stands on the left. */
import { calculate } from './arithmetic.ts';
import type { Env } from './environment.ts';
import { brief, made, NOWHERE, type Outputs, PAUSE, type Path, type Runner } from './output.ts';
import { deletePaths, getPath, setPath } from './paths.ts';
import type { Node } from './syntax.ts';
import { fail, isTrue, type Value } from './values.ts';

export function* update(
  machine: Runner,
  { operator, left, right }: Extract<Node, { kind: 'update' }>,
  env: Env | undefined,
  input: Value,
  path: Path | undefined,
): Outputs {
  if (operator === '|=') {
    yield* modify(machine, left, right, env, input, path);
    return;
  }
  for (const out of machine.values(right, env, input)) {
    if (out === PAUSE) {
      yield PAUSE;
      continue;
    }
    let result = input;
    for (const place of pathsOf(machine, left, env, input)) {
      if (place === PAUSE) {
        yield PAUSE;
        continue;
      }
      const before = operator === '=' ? null : getPath(result, place);
      const item =
        operator === '='
          ? out.value
          : operator === '//='
            ? isTrue(before)
              ? before
              : out.value
            : calculate(operator.slice(0, -1), before, out.value);
      result = setPath(result, place, item);
    }
    yield made(result, path);
  }
}

/** `|=`: the first output for each place, and without the places that have none. */
function* modify(
  machine: Runner,
  left: Node,
  right: Node,
  env: Env | undefined,
  input: Value,
  path: Path | undefined,
): Outputs {
  let result = input;
  const gone: (readonly Value[])[] = [];
  for (const place of pathsOf(machine, left, env, input)) {
    if (place === PAUSE) {
      yield PAUSE;
      continue;
    }
    let found = false;
    for (const out of machine.values(right, env, getPath(result, place))) {
      if (out === PAUSE) {
        yield PAUSE;
        continue;
      }
      result = setPath(result, place, out.value);
      found = true;
      break;
    }
    if (!found) gone.push(place);
  }
  yield made(gone.length > 0 ? deletePaths(result, gone) : result, path);
}

/** Where a program's outputs lie. */
export function* pathsOf(
  machine: Runner,
  node: Node,
  env: Env | undefined,
  input: Value,
): Generator<readonly Value[] | typeof PAUSE, void, void> {
  for (const out of machine.run(node, env, input, [])) {
    if (out === PAUSE) yield PAUSE;
    else if (out.path === NOWHERE) fail(`Invalid path expression with result ${brief(out.value)}`);
    else yield out.path!;
  }
}
