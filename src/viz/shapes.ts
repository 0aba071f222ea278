/**
 * What a scene consists of: shapes with places in CSS px, exact bytes, and words already chosen.
 *
 * Plain data: the same shapes are drawn as SVG, listed for screen readers, and kept as golden files.
 */
import type { Origin } from '../api/index.ts';

/** How a run of text is set: `op` bold mono, `code` and `size` mono, `prose` sans, `strong` bold sans. */
export type Voice = 'op' | 'code' | 'size' | 'prose' | 'strong' | 'quiet';

export interface Run {
  readonly text: string;
  readonly voice: Voice;
}

/** One line of text; x and y relative to its shape, y is the middle of the line. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly runs: readonly Run[];
  /** Degrees, about the label's own place. */
  readonly turn?: number;
}

interface Box {
  /** Unique within a scene and the same thing's in the next one. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A layer. */
export interface Block extends Box {
  readonly kind: 'block';
  readonly origin: Origin;
  readonly bytes: number;
  /** True height where `h` is the least height; the rest is pale. */
  readonly band: number | undefined;
  /** Nothing stands on it. */
  readonly loose: boolean;
  readonly labels: readonly Label[];
  /** For the tree of screen readers. */
  readonly title: string;
  readonly depth: number;
  readonly parent: string | undefined;
  readonly twins: readonly string[];
}

/** Metadata instructions on a surface. */
interface Seam extends Box {
  readonly kind: 'seam';
  readonly labels: readonly Label[];
  /** The layer that it lies on; `ground` for an image without layers. */
  readonly on: string;
}

/** A container's thin layer. */
export interface Slab extends Box {
  readonly kind: 'slab';
  readonly form: 'full' | 'name' | 'square';
  readonly running: boolean;
  readonly bytes: number;
  readonly labels: readonly Label[];
  /** Where the ☒ stands, relative to the slab; undefined without whiteouts. */
  readonly whiteout: { readonly x: number; readonly y: number; readonly count: number } | undefined;
  readonly title: string;
  readonly on: string;
}

/** Several containers where there is no room for each. */
interface Bar extends Box {
  readonly kind: 'bar';
  readonly running: number;
  readonly bytes: number;
  readonly labels: readonly Label[];
  readonly title: string;
  readonly on: string;
}

/** A name, and the pole that it hangs on. */
export interface Flag extends Box {
  readonly kind: 'flag';
  readonly form: 'pennant' | 'upright' | 'bare';
  readonly labels: readonly Label[];
  readonly title: string;
  readonly image: string;
}

/** From the surface to the topmost name; a ring on top where the image has none. */
interface Pole extends Box {
  readonly kind: 'pole';
  readonly nameless: boolean;
  readonly image: string;
  readonly title: string;
  readonly on: string;
}

/** What a whiteout hides, in its container's column only. */
export interface Shadow extends Box {
  readonly kind: 'shadow';
  /** The layer whose file is hidden; undefined where that is not known: then it only begins to fall. */
  readonly until: string | undefined;
  readonly slab: string;
}

/** A dashed outline of what is not there: the first visit's picture, a step that runs. */
export interface Outline extends Box {
  readonly kind: 'outline';
  readonly form: 'box' | 'pennant';
  /** 0–1 of it is filled from the left. */
  readonly progress: number | undefined;
  readonly origin: Origin | undefined;
  readonly labels: readonly Label[];
}

/** A line from a dot to words. */
export interface Callout extends Box {
  readonly kind: 'callout';
  readonly points: readonly (readonly [number, number])[];
  readonly labels: readonly Label[];
}

export type Shape = Block | Seam | Slab | Bar | Flag | Pole | Shadow | Outline | Callout;

export interface Tick {
  readonly y: number;
  readonly text: string;
}

export interface Scene {
  /** Of the picture; at least the size asked for. */
  readonly width: number;
  readonly height: number;
  /** y of the ground's surface. */
  readonly ground: number;
  readonly groundLabel: { readonly x: number; readonly runs: readonly Run[] };
  /** x of the scale's line and what one layer of so many bytes would reach. */
  readonly scale: { readonly x: number; readonly title: string; readonly ticks: readonly Tick[] } | undefined;
  /** Height of a block is k · bytes^¼. */
  readonly k: number;
  /** Back to front. */
  readonly shapes: readonly Shape[];
}
