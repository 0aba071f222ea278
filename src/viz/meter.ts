/**
 * The meter: what the disk holds, against what it would hold if nothing were shared.
 */
import type { Origin } from '../api/index.ts';
import type { Model } from '../model/index.ts';

interface Meter {
  readonly unshared: number;
  readonly onDisk: number;
  /** Shares of the longer bar, 0–1. */
  readonly segments: readonly {
    readonly of: Origin | 'container';
    readonly bytes: number;
    readonly share: number;
  }[];
  readonly unsharedShare: number;
}

export function meter(model: Model): Meter {
  const { disk } = model;
  // Build cache that no image holds can make the disk's bar the longer one.
  const longest = Math.max(disk.unshared, disk.onDisk, 1);
  const segments = (['base', 'run', 'copy', 'container'] as const).map((of) => ({
    of,
    bytes: disk[of],
    share: disk[of] / longest,
  }));
  return {
    unshared: disk.unshared,
    onDisk: disk.onDisk,
    segments: segments.filter((segment) => segment.bytes > 0),
    unsharedShare: disk.unshared / longest,
  };
}
