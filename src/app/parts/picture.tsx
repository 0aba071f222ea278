/**
 * The layers view: legend and meter over the picture, the picture, its twin for screen readers and
 * keys, and what is told about the chosen part. Loaded after the prompt, with d3.
 */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Model } from '../../model/index.ts';
import { draw, emphasise, gesturesOf, meter, perform, type Scene, scene, treeOf } from '../../viz/index.ts';
import { say } from '../later-strings.ts';
import { usePage, usePageState } from '../page-context.ts';
import { words } from '../picture-words.ts';
import { bytes } from '../strings.ts';
import { Icon } from './icons.tsx';
import { Story } from './story.tsx';
import { Swatch } from './swatch.tsx';
import { Twin } from './twin.tsx';

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.6, 2, 2.5, 3];

export function Picture(): JSX.Element {
  const page = usePage();
  const model = usePageState((state) => state.model);
  const pointed = usePageState((state) => state.pointed);
  const focused = usePageState((state) => state.focused);
  const selected = usePageState((state) => state.selected);
  const pictured = usePageState((state) => state.pictured);
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const shown = useRef<Scene | undefined>(undefined);
  const told = useRef<Model | undefined>(undefined);
  const [size, setSize] = useState<{ width: number; height: number }>();
  const [zoom, setZoom] = useState(1);

  useLayoutEffect(() => {
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = frame.current!;
      if (width > 0 && height > 0)
        setSize((old) => (old?.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);

  const current = useMemo(
    () =>
      size &&
      scene(model, size, {
        words,
        zoom,
        top: size.width < 560 ? 70 : 64,
        ...(shown.current ? { k: shown.current.k } : {}),
      }),
    [model, size, zoom],
  );
  useLayoutEffect(() => {
    if (!current) return;
    const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
    draw(svg.current!, current, shown.current, { reducedMotion });
    if (told.current && !reducedMotion) perform(svg.current!, current, gesturesOf(told.current, model));
    told.current = model;
    const first = !shown.current || shown.current.height !== current.height;
    shown.current = current;
    // The ground is what stays in sight.
    if (first) frame.current!.scrollTop = current.height;
  }, [current]);
  useEffect(() => {
    if (current) emphasise(svg.current!, current, { pointed: selected ?? pointed, focused });
  }, [current, pointed, selected, focused]);

  const idAt = (event: Event): string | undefined => {
    const id = (event.target as Element).closest?.('[data-id]')?.getAttribute('data-id') ?? undefined;
    return id && /^(outline|callout|shadow):/.test(id) ? undefined : id;
  };
  return (
    <div class="layers">
      <div class="over">
        <Legend />
        <Meter />
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree beside it has the keys */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the tree beside it has the roles */}
      <div
        class="frame"
        ref={frame}
        onPointerOver={(event) => {
          if (event.pointerType === 'mouse') page.store.setState({ pointed: idAt(event) });
        }}
        onPointerLeave={() => page.store.setState({ pointed: undefined })}
        onClick={(event) => {
          const id = idAt(event);
          page.store.setState({ selected: id === selected ? undefined : id });
        }}
      >
        <svg class="picture" ref={svg} />
      </div>
      {current ? <Twin items={treeOf(current)} /> : null}
      {pictured ? null : <p class="empty-line">{say('picture.unavailable')}</p>}
      {model.layers.size ? <Zoom zoom={zoom} setZoom={setZoom} /> : null}
      {selected ? <Story id={selected} /> : null}
    </div>
  );
}

function Zoom({ zoom, setZoom }: { zoom: number; setZoom(zoom: number): void }): JSX.Element {
  const step = (by: number): void => {
    const at = ZOOMS.indexOf(zoom);
    setZoom(ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at + by))]!);
  };
  return (
    <div class="zoom">
      <button type="button" aria-label={say('zoom.out')} title={say('zoom.out')} onClick={() => step(-1)}>
        <Icon name="minus" />
      </button>
      <span class="mono">{Math.round(zoom * 100)}%</span>
      <button type="button" aria-label={say('zoom.in')} title={say('zoom.in')} onClick={() => step(1)}>
        <Icon name="plus" />
      </button>
      <button type="button" aria-label={say('zoom.fit')} title={say('zoom.fit')} onClick={() => setZoom(1)}>
        <Icon name="fit" />
      </button>
    </div>
  );
}

function Legend(): JSX.Element | null {
  const empty = usePageState((state) => state.model.layers.size + state.model.containers.length === 0);
  if (empty) return null;
  return (
    <ul class="legend" aria-label={say('legend.label')}>
      {(['base', 'run', 'copy', 'container'] as const).map((origin) => (
        <li key={origin}>
          <Swatch origin={origin} />
          {say(`legend.${origin}`)}
        </li>
      ))}
    </ul>
  );
}

function Meter(): JSX.Element | null {
  const model = usePageState((state) => state.model);
  const { unshared, onDisk, segments, unsharedShare } = meter(model);
  if (onDisk === 0 && unshared === 0) return null;
  return (
    <div
      class="meter"
      role="img"
      aria-label={say('meter.title', { onDisk: bytes(onDisk, 4), unshared: bytes(unshared, 4) })}
    >
      <span class="meter-label">{say('meter.unshared')}</span>
      <span class="meter-bar">
        <span class="meter-unshared" style={{ width: `${unsharedShare * 100}%` }} />
      </span>
      <span class="mono">{bytes(unshared, 4)}</span>
      <strong class="meter-label">{say('meter.disk')}</strong>
      <span class="meter-bar">
        {segments.map((segment) => (
          <span
            key={segment.of}
            class={`meter-segment swatch-${segment.of}`}
            style={{ width: `max(${segment.share * 100}%, 2px)` }}
          />
        ))}
      </span>
      <strong class="mono">{bytes(onDisk, 4)}</strong>
    </div>
  );
}
