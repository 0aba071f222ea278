/**
 * The shortest edit script between two lists of lines, by Myers' O(ND) algorithm in linear space.
 *
 * @see Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, section 4b
 */

/** Lines fromA to toA (half open) of the one are replaced by fromB to toB of the other. */
export interface Change {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

export async function diffLines(
  a: readonly string[],
  b: readonly string[],
  breathe: () => void | Promise<void>,
): Promise<Change[]> {
  // Numbers compare faster than lines.
  const ids = new Map<string, number>();
  const number = (line: string) => {
    let id = ids.get(line);
    if (id === undefined) ids.set(line, (id = ids.size));
    return id;
  };
  const left = Int32Array.from(a, number);
  const right = Int32Array.from(b, number);
  const removed = new Uint8Array(a.length);
  const added = new Uint8Array(b.length);
  const size = a.length + b.length + 3;
  const forward = new Int32Array(2 * size);
  const backward = new Int32Array(2 * size);
  const todo: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  while (todo.length > 0) {
    let [fromA, toA, fromB, toB] = todo.pop()!;
    while (fromA < toA && fromB < toB && left[fromA] === right[fromB]) {
      fromA++;
      fromB++;
    }
    while (fromA < toA && fromB < toB && left[toA - 1] === right[toB - 1]) {
      toA--;
      toB--;
    }
    if (fromA === toA) added.fill(1, fromB, toB);
    else if (fromB === toB) removed.fill(1, fromA, toA);
    else {
      const [x, y] = middle(fromA, toA, fromB, toB);
      todo.push([fromA, x, fromB, y], [x, toA, y, toB]);
    }
    await breathe();
  }
  return collect(removed, added);

  /** A point on a shortest path, found from both ends at once. */
  function middle(fromA: number, toA: number, fromB: number, toB: number): [number, number] {
    const delta = toA - fromA - (toB - fromB);
    const odd = (delta & 1) !== 0;
    forward[size + 1] = fromA;
    backward[size + 1] = toA;
    for (let d = 0; ; d++) {
      for (let k = -d; k <= d; k += 2) {
        let x =
          k === -d || (k !== d && forward[size + k - 1]! < forward[size + k + 1]!)
            ? forward[size + k + 1]!
            : forward[size + k - 1]! + 1;
        let y = x - fromA - k + fromB;
        const [startX, startY] = [x, y];
        while (x < toA && y < toB && left[x] === right[y]) {
          x++;
          y++;
        }
        forward[size + k] = x;
        if (odd && k - delta >= -(d - 1) && k - delta <= d - 1 && x >= backward[size - (k - delta)]!) {
          return startX === fromA && startY === fromB ? [x, y] : [startX, startY];
        }
      }
      for (let k = -d; k <= d; k += 2) {
        let x =
          k === -d || (k !== d && backward[size + k - 1]! > backward[size + k + 1]!)
            ? backward[size + k + 1]!
            : backward[size + k - 1]! - 1;
        let y = toB - (toA - x) + k;
        while (x > fromA && y > fromB && left[x - 1] === right[y - 1]) {
          x--;
          y--;
        }
        backward[size + k] = x;
        if (!odd && delta - k >= -d && delta - k <= d && x <= forward[size + delta - k]!) return [x, y];
      }
    }
  }
}

function collect(removed: Uint8Array, added: Uint8Array): Change[] {
  const changes: Change[] = [];
  for (let i = 0, j = 0; i < removed.length || j < added.length; ) {
    if (!removed[i] && !added[j]) {
      i++;
      j++;
      continue;
    }
    const [fromA, fromB] = [i, j];
    while (removed[i]) i++;
    while (added[j]) j++;
    changes.push({ fromA, toA: i, fromB, toB: j });
  }
  return changes;
}
