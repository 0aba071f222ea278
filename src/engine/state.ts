/**
 * The engine's state: one immutable value in memory, and the same in the store.
 *
 * Each change is one atomic commit of the records that differ; only when that is durable does the
 * value in memory move on. Changes are computed one after the other, each from the latest value, so
 * that two commands cannot both take one name.
 */
import type { Emitter } from '../base/index.ts';
import { createEmitter } from '../base/index.ts';
import type { Json, Put, Store } from '../store/index.ts';
import type { Tables } from './records.ts';

export type State = { readonly [T in keyof Tables]: ReadonlyMap<string, Tables[T]> } & {
  /** Counts changes. */
  readonly version: number;
};

/** One record that is to be written or, without a value, removed. */
export type Change = {
  readonly [T in keyof Tables]: { readonly table: T; readonly key: string; readonly value?: Tables[T] };
}[keyof Tables];

interface ChangeResult<R> {
  readonly changes: readonly Change[];
  readonly result: R;
  /** Further keys of the store that go in the same commit, e.g. those of a removed container's log. */
  readonly deletes?: readonly string[];
}

export interface StateKeeper {
  current(): State;
  readonly changed: Emitter<State>;
  /** Computes a change from the latest state and commits it. What `compute` throws leaves all as it was. */
  change<R>(compute: (state: State) => ChangeResult<R> | Promise<ChangeResult<R>>): Promise<R>;
  /**
   * Records what has happened already, e.g. that a process ended: where the disk is full, memory
   * moves on without it.
   */
  observe(compute: (state: State) => readonly Change[]): Promise<void>;
}

const TABLES = [
  'image',
  'ref',
  'layer',
  'source',
  'container',
  'volume',
  'cache',
  'build',
  'daemon',
] as const;

export async function openState(store: Store): Promise<StateKeeper> {
  const loaded = await Promise.all(
    TABLES.map(async (table) => {
      const records = await store.listRecords(`${table}/`);
      return [table, new Map(records.map(([key, value]) => [key.slice(table.length + 1), value]))] as const;
    }),
  );
  let state = { ...Object.fromEntries(loaded), version: 1 } as unknown as State;
  const changed = createEmitter<State>();
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <R>(step: () => Promise<R>): Promise<R> => {
    const turn = last.then(step, step);
    last = turn.catch(() => {});
    return turn;
  };
  const adopt = (changes: readonly Change[]): void => {
    if (changes.length === 0) return;
    state = applied(state, changes);
    changed.emit(state);
  };
  const commit = (changes: readonly Change[], deletes: readonly string[] = []): Promise<void> => {
    const puts: Put[] = [];
    const gone = [...deletes];
    for (const { table, key, value } of changes) {
      if (value === undefined) gone.push(`${table}/${key}`);
      else puts.push({ key: `${table}/${key}`, value: value as unknown as Json });
    }
    return puts.length + gone.length ? store.commit(puts, gone) : Promise.resolve();
  };
  return {
    current: () => state,
    changed,
    change: (compute) =>
      inTurn(async () => {
        const { changes, result, deletes } = await compute(state);
        await commit(changes, deletes);
        adopt(changes);
        return result;
      }),
    observe: (compute) =>
      inTurn(async () => {
        const changes = compute(state);
        await commit(changes).catch(() => {});
        adopt(changes);
      }),
  };
}

function applied(state: State, changes: readonly Change[]): State {
  const tables = new Map<keyof Tables, Map<string, unknown>>();
  for (const { table, key, value } of changes) {
    const records = tables.get(table) ?? new Map<string, unknown>(state[table]);
    tables.set(table, records);
    if (value === undefined) records.delete(key);
    else records.set(key, value);
  }
  return { ...state, ...Object.fromEntries(tables), version: state.version + 1 } as State;
}
