/** Spans of time as sleep and timeout take them. */

const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds of `1.5`, `2m`, `1h`, `1d`; undefined where malformed. */
export function durationOf(text: string): number | undefined {
  const found = /^(\d+\.?\d*|\.\d+)([smhd]?)$/.exec(text);
  return found ? Number(found[1]) * UNITS[found[2]!]! : undefined;
}
