/**
 * `draw`: a scene into an SVG element, gliding there from the one before.
 *
 * Shapes are joined by id: what is new enters, what is gone lets go, the rest moves. Sets no
 * listeners; `data-id` on each group says what was pointed at.
 */
import { type Selection, select } from 'd3-selection';
import 'd3-transition';
import './viz.css';
import { addDefs } from './defs.ts';
import { ease } from './ease.ts';
import { EXIT, entrance, MOVE } from './motion.ts';
import { type Group, paint, type To } from './paint.ts';
import { related } from './relations.ts';
import type { Run, Scene, Shape } from './shapes.ts';

interface DrawOptions {
  /** Final state at once, and what changed outlined for 2 s. */
  readonly reducedMotion?: boolean;
  /** Factor on all times; 0 draws at once. */
  readonly pace?: number;
}

let pictures = 0;

export function draw(
  svg: SVGSVGElement,
  scene: Scene,
  previous: Scene | undefined,
  options: DrawOptions = {},
): void {
  const root = select(svg);
  const prefix = prepare(root);
  root
    .attr('width', scene.width)
    .attr('height', scene.height)
    .attr('viewBox', `0 0 ${scene.width} ${scene.height}`);
  drawGround(root, scene, prefix);
  drawScale(root, scene);

  // A picture of another size is laid out anew: gliding there would show nothing that happened.
  const resized = previous && (previous.width !== scene.width || previous.height !== scene.height);
  const still = !previous || resized || options.reducedMotion || options.pace === 0;
  drawShapes(root, scene, prefix, still ? 0 : (options.pace ?? 1));
  if (previous && !resized && options.reducedMotion) markChanges(root, scene, previous);
}

/** Marks what is pointed at, selected and focused; all else that is not related goes pale. */
export function emphasise(
  svg: SVGSVGElement,
  scene: Scene,
  chosen: { readonly pointed?: string | undefined; readonly focused?: string | undefined },
): void {
  const family = chosen.pointed === undefined ? undefined : related(scene, chosen.pointed);
  select(svg)
    .selectAll<SVGGElement, Shape>('g.shape')
    .classed('dim', (shape) => family !== undefined && !family.has(shape.id))
    .classed('lit', (shape) => family !== undefined && shape.id === chosen.pointed)
    .classed('inverted', (shape) => family?.has(shape.id) === true && shape.kind === 'flag')
    .classed('focused', (shape) => shape.id === chosen.focused);
}

type Root = Selection<SVGSVGElement, unknown, null, undefined>;

function prepare(root: Root): string {
  const known = root.attr('data-picture');
  if (known) return known;
  pictures += 1;
  const prefix = `p${pictures}`;
  root.attr('data-picture', prefix).attr('aria-hidden', 'true').attr('focusable', 'false');
  addDefs(root as unknown as Parameters<typeof addDefs>[0], prefix);
  for (const layer of ['ground', 'scale', 'shapes']) root.append('g').attr('class', layer);
  return prefix;
}

function drawGround(root: Root, scene: Scene, prefix: string): void {
  const g = root.select<SVGGElement>('g.ground');
  const { width, height, ground } = scene;
  const rect = (name: string): Selection<SVGRectElement, unknown, null, undefined> => {
    const found = g.select<SVGRectElement>(`.${name}`);
    return found.empty() ? g.append('rect').attr('class', name) : found;
  };
  rect('soil')
    .attr('fill', `url(#${prefix}-soil)`)
    .attr('y', ground)
    .attr('width', width)
    .attr('height', height - ground);
  const text = runs(scene.groundLabel.runs);
  rect('patch')
    .attr('x', scene.groundLabel.x - 8)
    .attr('y', ground + 2)
    .attr('width', text ? Math.ceil(text.length * 6.5) + 16 : 0)
    .attr('height', text ? height - ground - 3 : 0)
    .attr('visibility', text ? 'visible' : 'hidden');
  rect('surface')
    .attr('y', ground - 1)
    .attr('width', width)
    .attr('height', 2);
  const label = g.selectAll<SVGTextElement, unknown>('text').data(text ? [scene.groundLabel] : []);
  label.exit().remove();
  const written = label.enter().append('text').merge(label);
  written.attr('x', (it) => it.x).attr('y', (ground + height) / 2);
  written
    .selectAll<SVGTSpanElement, Run>('tspan')
    .data((it) => it.runs)
    .join('tspan')
    .attr('class', (run) => run.voice)
    .text((run) => run.text);
  if (!written.empty()) {
    // The patch under the words is as wide as the words turn out to be.
    const width_ = written.node()?.getComputedTextLength?.() ?? 0;
    if (width_ > 0) rect('patch').attr('width', Math.ceil(width_) + 16);
  }
}

function runs(list: readonly Run[]): string {
  return list.map((run) => run.text).join('');
}

function drawScale(root: Root, scene: Scene): void {
  const g = root.select<SVGGElement>('g.scale');
  g.selectAll('*').remove();
  const { scale, ground } = scene;
  if (!scale) return;
  const top = Math.min(...scale.ticks.map((tick) => tick.y));
  g.append('path').attr('d', `M${scale.x + 0.5} ${ground}V${top}`);
  g.append('text')
    .attr('class', 'prose')
    .attr('x', scale.x)
    .attr('y', top - 13)
    .attr('text-anchor', 'end')
    .text(scale.title);
  for (const tick of scale.ticks) {
    g.append('path').attr('d', `M${scale.x - 5} ${tick.y + 0.5}H${scale.x + 5}`);
    g.append('text')
      .attr('class', 'code')
      .attr('x', scale.x - 9)
      .attr('y', tick.y)
      .attr('text-anchor', 'end')
      .text(tick.text);
  }
}

function drawShapes(root: Root, scene: Scene, prefix: string, pace: number): void {
  const joined = root
    .select<SVGGElement>('g.shapes')
    .selectAll<SVGGElement, Shape>('g.shape')
    .data(scene.shapes as Shape[], (shape) => shape.id);
  const gone = joined.exit<Shape>();
  const wait = gone.empty() ? 0 : EXIT.neighboursAfter * pace;

  const entered = joined.enter().append('g');
  entered.each(function (shape) {
    const g = select(this) as unknown as Group;
    g.attr('class', classOf(shape)).attr('data-id', shape.id);
    paint(g, shape, prefix, (part) => part as never);
    const { dy, duration } = entrance(shape);
    const from = pace > 0 ? dy : 0;
    g.attr('transform', `translate(${shape.x},${shape.y + from})`);
    if (pace <= 0) return;
    if (shape.kind === 'shadow') fall(g, shape.h, duration * pace);
    g.attr('opacity', 0)
      .transition('move')
      .delay(wait)
      .duration(duration * pace)
      .ease(ease)
      .attr('opacity', 1)
      .attr('transform', `translate(${shape.x},${shape.y})`);
  });
  joined.each(function (shape) {
    const g = select(this) as unknown as Group;
    // One that was leaving had no name any more.
    g.attr('class', classOf(shape)).attr('data-id', shape.id).interrupt('leave');
    const duration = (wait ? EXIT.neighbours : MOVE) * pace;
    const glide = <E extends SVGElement>(part: Selection<E, unknown, null, undefined>): never =>
      (pace > 0
        ? part.transition('move').delay(wait).duration(duration).ease(ease)
        : part.interrupt('move')) as never;
    paint(g, shape, prefix, glide as To);
    const moved = (glide(g) as unknown as Group).attr('transform', `translate(${shape.x},${shape.y})`);
    // Only one that was interrupted on its way in is not opaque already.
    if (this.hasAttribute('opacity')) moved.attr('opacity', 1);
  });
  leave(gone, pace);
  entered.merge(joined).order();
}

/** A whiteout's shadow falls from its slab; its floor is there when it has landed. */
function fall(g: Group, height: number, duration: number): void {
  const landing = { duration, easing: 'cubic-bezier(.2,.8,.2,1)' };
  g.select<SVGElement>('.texture')
    .node()
    ?.animate({ height: ['0', `${height}px`] }, landing);
  g.select<SVGElement>('.floor')
    .node()
    ?.animate({ opacity: [0, 0, 1] }, landing);
}

function leave(gone: Selection<SVGGElement, Shape, SVGGElement, unknown>, pace: number): void {
  // What is on its way out already goes on; the next scene must not call it back to its beginning.
  const leaving = gone.filter(function () {
    return pace <= 0 || !this.classList.contains('going');
  });
  leaving.classed('going', true).attr('data-id', null);
  if (pace <= 0) leaving.remove();
  else
    leaving
      // One that is still coming in would outlast its own leaving, and stay.
      .interrupt('move')
      .transition('leave')
      .duration(EXIT.duration * pace)
      .ease(ease)
      .attr('opacity', 0)
      .remove();
}

function classOf(shape: Shape): string {
  return `shape ${shape.kind}${'origin' in shape && shape.origin ? ` ${shape.origin}` : ''}`;
}

/** Reduced motion: what is new or different keeps an outline for 2 s. */
function markChanges(root: Root, scene: Scene, previous: Scene): void {
  const before = new Map(
    previous.shapes.map((shape) => [shape.id, JSON.stringify({ ...shape, x: 0, y: 0, w: 0 })]),
  );
  const changed = new Set(
    scene.shapes
      .filter((shape) => before.get(shape.id) !== JSON.stringify({ ...shape, x: 0, y: 0, w: 0 }))
      .map((shape) => shape.id),
  );
  const groups = root.selectAll<SVGGElement, Shape>('g.shape').filter((shape) => changed.has(shape.id));
  groups.classed('changed', true);
  setTimeout(() => groups.classed('changed', false), 2000);
}
