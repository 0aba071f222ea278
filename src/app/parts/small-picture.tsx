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
    // Drawn for a larger frame and made small as a whole: shapes, no words.
    const next = scene(model, { width: 480, height: 130 }, { words, top: 4 });
    draw(svg.current!, next, shown.current, { pace: 0 });
    svg.current!.removeAttribute('width');
    svg.current!.removeAttribute('height');
    svg.current!.setAttribute('preserveAspectRatio', 'xMinYMax meet');
    shown.current = next;
  }, [model]);
  return <svg class="picture small" ref={svg} />;
}
