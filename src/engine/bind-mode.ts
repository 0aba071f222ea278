/**
 * The third part of `-v source:target:mode`.
 *
 * @see moby volume/mounts/linux_parser.go (linuxValidMountMode)
 */

/** Of each group one word at most. */
const GROUPS: readonly (readonly string[])[] = [
  ['ro', 'rw'],
  ['z', 'Z'],
  ['nocopy'],
  ['private', 'rprivate', 'slave', 'rslave', 'shared', 'rshared'],
  ['consistent', 'cached', 'delegated', 'default'],
];
export const PROPAGATIONS = GROUPS[3]!;

export interface BindMode {
  readonly writable: boolean;
  readonly propagation: string | undefined;
  readonly nocopy: boolean;
}

/** Undefined for what is no mode. */
export function readBindMode(mode: string): BindMode | undefined {
  const words = mode === '' ? [] : mode.split(',');
  const counts = GROUPS.map((group) => words.filter((word) => group.includes(word)).length);
  const known = counts.reduce((sum, count) => sum + count, 0);
  if (known !== words.length || counts.some((count) => count > 1)) return undefined;
  return {
    writable: !words.includes('ro'),
    propagation: words.find((word) => PROPAGATIONS.includes(word)),
    nocopy: words.includes('nocopy'),
  };
}
