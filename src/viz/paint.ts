/**
 * One shape into its SVG group: parts are made once, then moved to where the shape says.
 *
 * `to` is the selection itself or a transition of it: both have `attr`, so the same lines place a
 * shape at once or let it glide. Each painting says every attribute of every part, since a group
 * that was something else before has to end as one that was made for this shape
 * (test/e2e/picture.test.ts).
 */
import { type Selection, select } from 'd3-selection';
import type { Label, Shape } from './shapes.ts';

export type Group = Selection<SVGGElement, unknown, null, undefined>;

interface Placed {
  attr(name: string, value: string | number): Placed;
}
export type To = (part: Selection<SVGElement, unknown, null, undefined>) => Placed;

export function paint(g: Group, shape: Shape, prefix: string, to: To): void {
  const part = (tag: string, name: string): Selection<SVGElement, unknown, null, undefined> => {
    const found = g.select<SVGElement>(`:scope > .${name}`);
    return found.empty()
      ? (g.append(tag).attr('class', name) as unknown as Selection<SVGElement, unknown, null, undefined>)
      : (found as unknown as Selection<SVGElement, unknown, null, undefined>);
  };
  const box = (name: string, x: number, y: number, w: number, h: number, rx = 0): void => {
    const rect = part('rect', name);
    if (rx) rect.attr('rx', rx);
    to(rect).attr('x', x).attr('y', y).attr('width', Math.max(0, w)).attr('height', Math.max(0, h));
  };
  const texture = (name: string, of: string, w: number, h: number, rx = 0): void => {
    box(name, 0, 0, w, h, rx);
    part('rect', name).attr('fill', `url(#${prefix}-${of})`);
  };
  PAINTERS[shape.kind]({ g, shape: shape as never, part, box, texture, to });
  paintLabels(g, 'labels' in shape ? shape.labels : [], to);
}

interface Brush<S extends Shape> {
  readonly g: Group;
  readonly shape: S;
  part(tag: string, name: string): Selection<SVGElement, unknown, null, undefined>;
  box(name: string, x: number, y: number, w: number, h: number, rx?: number): void;
  texture(name: string, of: string, w: number, h: number, rx?: number): void;
  to: To;
}

type Painters = { [K in Shape['kind']]: (brush: Brush<Extract<Shape, { kind: K }>>) => void };

const PAINTERS: Painters = {
  block({ g, shape, box, texture }) {
    const { w, h, band } = shape;
    g.classed('loose', shape.loose).classed('pale', band !== undefined);
    box('fill', 0, 0, w, h);
    box('band', 0, h - (band ?? 0), w, band ?? 0);
    texture('texture', shape.origin, w, h);
    box('edge', 0.5, 0.5, w - 1, h - 1);
    ring(box, w, h);
  },
  seam({ shape, box, part, to }) {
    const { w, h } = shape;
    box('fill', 0, 0, w, h);
    to(part('path', 'dots')).attr('d', `M.5 ${h}V.5H${w - 0.5}V${h}`);
  },
  slab({ g, shape, box, texture, part, to }) {
    const { w, h, running, whiteout, form } = shape;
    g.classed('running', running)
      .classed('square', form === 'square')
      .classed('named', form === 'name');
    box('fill', 0, 0, w, h, 2);
    texture('texture', 'exited', w, h, 2);
    box('edge', 0.75, 0.75, w - 1.5, h - 1.5, 2);
    part('path', 'sign').attr(
      'd',
      form === 'square' ? '' : running ? `M9 ${h / 2 - 4}l7 4l-7 4z` : `M9 ${h / 2 - 3.5}h7v7h-7z`,
    );
    const cross = part('g', 'whiteout').attr('visibility', whiteout ? 'visible' : 'hidden');
    // One that was still on its way would be brought back by its transition.
    if (!whiteout) cross.interrupt('move').attr('transform', null);
    if (cross.select('rect').empty()) {
      cross.append('rect').attr('x', -7).attr('y', -7).attr('width', 14).attr('height', 14);
      cross.append('path').attr('d', 'M-3.2-3.2l6.4 6.4M3.2-3.2l-6.4 6.4');
    }
    if (whiteout) {
      const small = form === 'square' ? ' scale(.55)' : '';
      const place = `translate(${whiteout.x},${whiteout.y})${small}`;
      // A new one appears where it belongs; one that was there moves along.
      if (cross.attr('transform')) to(cross).attr('transform', place);
      else cross.attr('transform', place);
    }
    ring(box, w, h);
  },
  bar({ shape, box, texture }) {
    const { w, h, running } = shape;
    texture('texture', 'exited', w, h, 2);
    box('edge', 0.75, 0.75, w - 1.5, h - 1.5, 2);
    box('fill', 0, 0, w * running, h, 2);
    ring(box, w, h);
  },
  pole({ shape, part, to }) {
    to(part('path', 'line')).attr('d', `M0 0V${shape.h}`);
    to(part('circle', 'foot')).attr('cy', shape.h).attr('r', 2.5);
    part('circle', 'nameless')
      .attr('r', shape.nameless ? 4 : 0)
      .attr('cy', -4);
  },
  flag({ g, shape, part, box, to }) {
    const { w, h, form } = shape;
    // A pennant does not glide into upright letters: what changes its form is made anew.
    if (g.attr('data-form') !== form) g.attr('data-form', form).selectAll('*').remove();
    g.classed('upright', form === 'upright');
    if (form === 'upright') box('fill', 1, 0, w, h);
    else to(part('path', 'cloth')).attr('d', pennant(w, h));
    ring(box, w, h);
  },
  shadow({ shape, texture, part, to }) {
    texture('texture', 'shadow', shape.w, shape.h);
    to(part('path', 'floor')).attr('d', shape.until === undefined ? '' : `M0 ${shape.h - 1}H${shape.w}`);
  },
  outline({ g, shape, part, box, to }) {
    const { w, h, form, progress, origin } = shape;
    g.attr('data-origin', origin ?? '');
    box('progress', 0, 0, w * (progress ?? 0), h);
    const d = form === 'pennant' ? pennant(w, h) : w === 0 ? `M0 0V${h}` : `M0 0H${w}V${h}H0Z`;
    to(part('path', 'dashes')).attr('d', d);
  },
  callout({ shape, part }) {
    part('path', 'line').attr('d', `M${shape.points.map(([x, y]) => `${x} ${y}`).join('L')}`);
    part('circle', 'dot').attr('r', 3);
  },
};

/** The focus ring: 2 px, 2 px outside. */
function ring(box: Brush<Shape>['box'], w: number, h: number): void {
  box('ring', -3, -3, w + 6, h + 6, 3);
}

function pennant(w: number, h: number): string {
  return `M0 .5H${w}l-5 ${h / 2 - 0.5}l5 ${h / 2 - 0.5}H0z`;
}

function paintLabels(g: Group, labels: readonly Label[], to: To): void {
  const texts = g.selectAll<SVGTextElement, Label>(':scope > text').data(labels);
  texts.exit().remove();
  texts
    .enter()
    .append('text')
    .attr('x', (label) => label.x)
    .attr('y', (label) => label.y)
    .merge(texts)
    .each(function (label) {
      const text = select<SVGElement, unknown>(this);
      const { turn, x, y } = label;
      text.attr('text-anchor', label.anchor);
      text.attr('transform', turn === undefined ? null : `rotate(${turn} ${x} ${y})`);
      to(text as unknown as Selection<SVGElement, unknown, null, undefined>)
        .attr('x', label.x)
        .attr('y', label.y);
      const spans = text.selectAll<SVGTSpanElement, unknown>('tspan').data(label.runs);
      spans.exit().remove();
      spans
        .enter()
        .append('tspan')
        .merge(spans)
        .attr('class', (run) => run.voice)
        .text((run) => run.text);
    });
  // New parts come after the text that was there: text stays on top.
  g.selectAll(':scope > text').raise();
}
