/** The picture without words, as high as a strip. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { draw, type Scene, scene } from '../../viz/index.ts';
import { usePageState } from '../page-context.ts';
import { words } from '../picture-words.ts';

export function SmallPicture(): JSX.Element {
  const model = usePageState((state) => state.model);
  const svg = useRef<SVGSVGElement>(null);
  const shown = useRef<Scene | undefined>(undefined);
  useLayoutEffect(() => {
    const width = svg.current!.parentElement!.clientWidth;
    const next = scene(model, { width, height: 83 }, { words, top: 8, plain: true });
    draw(svg.current!, next, shown.current, { pace: 0 });
    shown.current = next;
  }, [model]);
  return <svg class="picture small" ref={svg} />;
}
