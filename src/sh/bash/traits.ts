/** What a variable of bash may be beyond a text: a list, a number, a name for another, computed. */
import type { Shell } from '../shell.ts';

export interface Traits {
  readonly elements?: Elements;
  /** `declare -i`. */
  readonly integer?: boolean;
  /** `declare -l`, `-u`, `-c`. */
  readonly casing?: 'l' | 'u' | 'c';
  /** `declare -n`: the value is a name. */
  readonly nameref?: boolean;
  readonly dynamic?: Dynamic;
}

/** A list: of numbers or of texts to texts. Changed in place by the shell that alone has it. */
export interface Elements {
  readonly associative: boolean;
  map: Map<string | number, string>;
  /** Whether the keys of an indexed list are known to be in order. */
  ordered: boolean;
  /** A subshell, or its parent, has it too: who writes, copies it first. */
  shared: boolean;
  /** Of an indexed list: one more than the highest index. */
  next: number;
  /** Whether it has a value, if only an empty one. */
  assigned: boolean;
  /** Of keys and values; about as many bytes. */
  size: number;
}

/** A variable that is computed when it is read: a text by `get` or a list by `list`. */
export interface Dynamic {
  readonly get?: (shell: Shell) => string | undefined;
  readonly list?: (shell: Shell) => readonly string[];
  /** An assignment, of a list's element by its index. Absent: assignments do nothing. */
  readonly set?: (shell: Shell, value: string, index: number) => void;
}

export function createElements(associative: boolean): Elements {
  return { associative, map: new Map(), ordered: true, shared: false, next: 0, assigned: false, size: 0 };
}

/** Keys in the order in which bash lists them. */
export function keysOf(elements: Elements): (string | number)[] {
  if (elements.associative) return associativeOrder([...elements.map.keys()] as string[]);
  if (!elements.ordered) {
    elements.map = new Map([...elements.map].sort(([a], [b]) => (a as number) - (b as number)));
    elements.ordered = true;
  }
  return [...elements.map.keys()];
}

/** bash lists a hash table of 1024 buckets, the newest of a bucket first. */
function associativeOrder(keys: readonly string[]): string[] {
  return keys
    .map((key, index) => ({ key, index, bucket: fnv(key) & 1023 }))
    .sort((a, b) => a.bucket - b.bucket || b.index - a.index)
    .map(({ key }) => key);
}

const encoder = new TextEncoder();

/** FNV-1 over signed characters. */
function fnv(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(key)) hash = Math.imul(hash, 0x01000193) ^ ((byte << 24) >> 24);
  return hash;
}

export function setIn(elements: Elements, key: string | number, value: string): void {
  const { map } = elements;
  if (
    !elements.associative &&
    elements.ordered &&
    !map.has(key) &&
    map.size &&
    (key as number) < elements.next
  )
    elements.ordered = false;
  elements.size += value.length - sizeIn(elements, key) + lengthOf(key);
  map.set(key, value);
  if (!elements.associative) elements.next = Math.max(elements.next, (key as number) + 1);
  elements.assigned = true;
}

export function removeFrom(elements: Elements, key: string | number): void {
  elements.size -= sizeIn(elements, key);
  elements.map.delete(key);
  if (key === elements.next - 1) elements.next = ((keysOf(elements).at(-1) as number | undefined) ?? -1) + 1;
}

/** A number's own is that of a pointer or two. */
const lengthOf = (key: string | number): number => (typeof key === 'string' ? key.length : 16);

function sizeIn({ map }: Elements, key: string | number): number {
  const value = map.get(key);
  return value === undefined ? 0 : value.length + lengthOf(key);
}
