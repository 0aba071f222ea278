/**
 * `--filter` as requests carry it, and how values match.
 *
 * @see moby api/types/filters
 */
import { invalid } from './failure.ts';

export type FilterSet = ReadonlyMap<string, readonly string[]>;

export const NO_FILTERS: FilterSet = new Map();

/** Takes both forms: `{"name":["a"]}` and `{"name":{"a":true}}`. */
export function parseFilters(text: string | undefined): FilterSet {
  if (text === undefined || text === '') return NO_FILTERS;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw invalid('invalid filter');
  }
  if (typeof parsed !== 'object' || parsed === null) throw invalid('invalid filter');
  const filters = new Map<string, readonly string[]>();
  for (const [name, values] of Object.entries(parsed)) {
    if (Array.isArray(values)) filters.set(name, values.map(String));
    else if (typeof values === 'object' && values !== null) filters.set(name, Object.keys(values));
    else throw invalid('invalid filter');
  }
  return filters;
}

/** @throws where a filter is not among those that a list knows. */
export function acceptOnly(filters: FilterSet, names: readonly string[]): void {
  for (const name of filters.keys()) {
    if (!names.includes(name)) throw invalid(`invalid filter '${name}'`);
  }
}

/** Whether the filter is absent or one of its values satisfies the test. */
export function anyOf(filters: FilterSet, name: string, test: (value: string) => boolean): boolean {
  const values = filters.get(name);
  return values === undefined || values.length === 0 || values.some(test);
}

/** Values of `label` are `key` or `key=value`, and all of them must hold. */
export function matchesLabels(
  filters: FilterSet,
  labels: Readonly<Record<string, string>> | null | undefined,
  name = 'label',
): boolean {
  return (filters.get(name) ?? []).every((wanted) => {
    const at = wanted.indexOf('=');
    const key = at < 0 ? wanted : wanted.slice(0, at);
    if (!labels || !Object.hasOwn(labels, key)) return false;
    return at < 0 || labels[key] === wanted.slice(at + 1);
  });
}

/** A yes-or-no filter's value. */
export function flagOf(filters: FilterSet, name: string): boolean | undefined {
  const values = filters.get(name);
  if (!values || values.length === 0) return undefined;
  const value = values[0]!.toLowerCase();
  if (['1', 'true', 't'].includes(value)) return true;
  if (['0', 'false', 'f'].includes(value)) return false;
  throw invalid(`invalid filter '${name}=[${values.join(' ')}]'`);
}

/**
 * Go's regular expressions as far as names of containers need them; what JavaScript does not
 * understand is taken literally.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return text.includes(pattern);
  }
}
