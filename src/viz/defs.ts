/**
 * Textures: granite for base images, hatching for RUN, sediment for COPY, soil, whiteout shadows.
 *
 * Colours are the page's custom properties, so that a theme changes without drawing anew.
 */
import type { Selection } from 'd3-selection';

type Texture = 'base' | 'run' | 'copy' | 'exited' | 'soil' | 'shadow';

interface Tile {
  readonly w: number;
  readonly h: number;
  readonly path: string;
  readonly colour: string;
  readonly opacity: number;
  readonly width: number;
  readonly round?: true;
}

const TILES: Readonly<Record<Texture, Tile>> = {
  base: {
    w: 24,
    h: 24,
    path: 'M3 6h6M6 3v6M15 18h6M18 15v6',
    colour: 'var(--base-edge)',
    opacity: 0.3,
    width: 1,
  },
  run: { w: 11, h: 11, path: 'M-1 12L12 -1', colour: 'var(--run-edge)', opacity: 0.3, width: 1 },
  copy: {
    w: 7,
    h: 7,
    path: 'M1.5 1.5h0M5 5h0',
    colour: 'var(--copy-edge)',
    opacity: 0.3,
    width: 1.7,
    round: true,
  },
  exited: { w: 6, h: 6, path: 'M-1 7L7 -1', colour: 'var(--container)', opacity: 0.35, width: 1 },
  soil: { w: 11, h: 11, path: 'M-1 12L12 -1', colour: 'var(--line-2)', opacity: 0.45, width: 1 },
  shadow: { w: 5, h: 5, path: 'M-1 -1L6 6', colour: 'var(--ink)', opacity: 0.85, width: 1 },
};

/** Adds the textures to an SVG under ids of its own; a hidden SVG's cannot be used by another. */
export function addDefs(svg: Selection<SVGSVGElement, unknown, null, undefined>, prefix: string): void {
  const defs = svg.append('defs');
  for (const [name, tile] of Object.entries(TILES)) {
    defs
      .append('pattern')
      .attr('id', `${prefix}-${name}`)
      .attr('width', tile.w)
      .attr('height', tile.h)
      .attr('patternUnits', 'userSpaceOnUse')
      .append('path')
      .attr('d', tile.path)
      .style('stroke', tile.colour)
      .attr('stroke-opacity', tile.opacity)
      .attr('stroke-width', tile.width)
      .attr('stroke-linecap', tile.round ? 'round' : 'butt')
      .attr('fill', 'none');
  }
}
