/** Destructuring: `as` with its patterns, and the variables that they set. */
import { type Env, withVariable } from './environment.ts';
import { type Outputs, PAUSE, type Path, type Runner } from './output.ts';
import { getIndex } from './paths.ts';
import { type Node, type Pattern, variablesOf } from './syntax.ts';
import { fail, isArray, JqError, kindOf, type Value } from './values.ts';

export function* bindSource(
  machine: Runner,
  { source, patterns, body }: Extract<Node, { kind: 'as' }>,
  env: Env | undefined,
  input: Value,
  path: Path | undefined,
): Outputs {
  for (const out of machine.values(source, env, input)) {
    if (out === PAUSE) yield PAUSE;
    else
      yield* bindOne(machine, patterns, out.value, env, input, (inner) =>
        machine.run(body, inner, input, path),
      );
  }
}

/** What a body gives with a value bound to the first pattern that fits, and for which the body does not fail. */
export function* bindOne(
  machine: Runner,
  patterns: readonly Pattern[],
  value: Value,
  env: Env | undefined,
  input: Value,
  body: (inner: Env | undefined) => Outputs,
): Outputs {
  // With several patterns, variables of the others are null.
  const names = patterns.length > 1 ? new Set(patterns.flatMap((pattern) => [...variablesOf(pattern)])) : [];
  let base = env;
  for (const name of names) base = withVariable(base, name, null);
  for (const [i, pattern] of patterns.entries()) {
    try {
      for (const inner of bind(machine, pattern, value, base, input)) {
        if (inner === PAUSE) yield PAUSE;
        else yield* body(inner);
      }
      return;
    } catch (error) {
      if (!(error instanceof JqError) || i === patterns.length - 1) throw error;
    }
  }
}

/** Environments in which a pattern's variables have what fits in a value. */
function* bind(
  machine: Runner,
  pattern: Pattern,
  value: Value,
  env: Env | undefined,
  input: Value,
): Generator<Env | typeof PAUSE, void, void> {
  if (pattern.kind === 'variable') {
    yield withVariable(env, pattern.name, value);
    return;
  }
  if (pattern.kind === 'array') {
    if (value !== null && !isArray(value)) fail(`Cannot index ${kindOf(value)} with number`);
    yield* bindItems(machine, pattern.items, 0, value, env, input);
    return;
  }
  yield* bindEntries(machine, pattern.entries, 0, value, env, input);
}

function* bindItems(
  machine: Runner,
  items: readonly Pattern[],
  at: number,
  value: Value,
  env: Env | undefined,
  input: Value,
): Generator<Env | typeof PAUSE, void, void> {
  const item = items[at];
  if (!item) {
    // An empty pattern binds nothing, and there is none: at least one item stands in each.
    if (env) yield env;
    return;
  }
  for (const bound of bind(machine, item, getIndex(value, at), env, input)) {
    if (bound === PAUSE) yield PAUSE;
    else yield* bindItems(machine, items, at + 1, value, bound, input);
  }
}

function* bindEntries(
  machine: Runner,
  entries: Extract<Pattern, { kind: 'object' }>['entries'],
  at: number,
  value: Value,
  env: Env | undefined,
  input: Value,
): Generator<Env | typeof PAUSE, void, void> {
  const entry = entries[at];
  if (!entry) {
    if (env) yield env;
    return;
  }
  for (const key of machine.values(entry.key, env, input)) {
    if (key === PAUSE) {
      yield PAUSE;
      continue;
    }
    if (typeof key.value !== 'string') fail(`Cannot index ${kindOf(value)} with ${kindOf(key.value)}`);
    const item = getIndex(value, key.value);
    const named = entry.variable === undefined ? env : withVariable(env, entry.variable, item);
    if (!entry.pattern) yield* bindEntries(machine, entries, at + 1, value, named, input);
    else {
      for (const bound of bind(machine, entry.pattern, item, named, input)) {
        if (bound === PAUSE) yield PAUSE;
        else yield* bindEntries(machine, entries, at + 1, value, bound, input);
      }
    }
  }
}
