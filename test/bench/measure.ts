/** A benchmark: what is measured, in which unit, and what would be good. Lower is better, but for rates. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'µs' | 'kB' | 'MB' | 'MB/s';
  /** The same thing by the real engine, in the same run, where there is one on this machine. */
  readonly against?: number;
  readonly goal?: number;
}

/** A line of `npm run bench -- --json`. */
export interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly against: number | null;
  /** Ours by theirs. */
  readonly ratio: number | null;
  readonly goal: number | null;
  readonly met: boolean | null;
}

export function lineOf({ name, value, unit, against, goal }: Measure): Line {
  return {
    name,
    value: rounded(value),
    unit,
    against: against === undefined ? null : rounded(against),
    ratio: against === undefined ? null : rounded(value / against),
    goal: goal ?? null,
    met: goal === undefined ? null : unit === 'MB/s' ? value >= goal : value <= goal,
  };
}

export function textOf({ name, value, unit, against, ratio, goal, met }: Line): string {
  const compared = against === null ? '' : `   real ${against} ${unit}, ratio ${ratio}`;
  const aimed = goal === null ? '' : `   goal ${goal} ${unit} ${met ? 'met' : 'MISSED'}`;
  return `${name.padEnd(44)} ${String(value).padStart(10)} ${unit}${compared}${aimed}`;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** Milliseconds that each of `times` runs took, sorted. */
export async function timed(times: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let run = 0; run < times; run++) {
    const started = performance.now();
    await work(run);
    all.push(performance.now() - started);
  }
  return all.sort((a, b) => a - b);
}

export function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)]!;
}
