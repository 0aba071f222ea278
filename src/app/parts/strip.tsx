/** On narrow pages: the picture as a strip that swaps places with the lesson. */
import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePage, usePageState } from '../page-context.ts';
import { bytes, say } from '../strings.ts';
import { Icon } from './icons.tsx';

export function Strip(): JSX.Element {
  const page = usePage();
  const open = usePageState((state) => state.pictureOpen);
  const layers = usePageState((state) => state.model.layers.size);
  const onDisk = usePageState((state) => state.model.disk.onDisk);
  const [Small, setSmall] = useState<ComponentType>();
  useEffect(() => {
    void import('./small-picture.tsx').then((module) => setSmall(() => module.SmallPicture));
  }, []);
  const label = say(open ? 'strip.hide' : 'strip.show');
  return (
    <button
      type="button"
      class="strip"
      aria-expanded={open}
      aria-label={label}
      onClick={() => page.store.setState({ pictureOpen: !open })}
    >
      <span class="strip-picture">{Small ? <Small /> : null}</span>
      <span class="strip-text">
        <strong>{say('strip.layers', { n: layers })}</strong>
        <span>{bytes(onDisk, 4)}</span>
      </span>
      <Icon name={open ? 'down' : 'up'} />
    </button>
  );
}
