/**
 * What moves how: `design/PAGE.md` §7. Times in ms at normal pace.
 */
import type { Shape } from './shapes.ts';

export interface Motion {
  /** Offset from which a new shape comes. */
  readonly dy: number;
  readonly duration: number;
}

/** A layer settles, a slab lowers on to its image, a pennant slides up its pole. */
export function entrance(shape: Shape): Motion {
  switch (shape.kind) {
    case 'block':
    case 'seam':
      return { dy: -16, duration: 420 };
    case 'slab':
    case 'bar':
      return { dy: -34, duration: 320 };
    case 'flag':
      return { dy: 18, duration: 300 };
    case 'pole':
      return { dy: 0, duration: 300 };
    case 'shadow':
      return { dy: 0, duration: 350 };
    default:
      return { dy: 0, duration: 200 };
  }
}

/** What goes dashes its outline, lets go and fades; its neighbours close up a little later. */
export const EXIT = { duration: 260, neighboursAfter: 120, neighbours: 240 };

/** What stays and moves. */
export const MOVE = 420;
