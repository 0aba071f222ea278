/** On narrow pages: the picture as a strip that swaps places with the lesson. */
import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePage, usePageState } from '../page-context.ts';
import { bytes, say } from '../strings.ts';
import { Icon } from './icons.tsx';

export function Strip(): JSX.Element {
  const page = usePage();
  const layers = usePageState((state) => state.model.layers.size);
  const onDisk = usePageState((state) => state.model.disk.onDisk);
  const [Small, setSmall] = useState<ComponentType>();
  useEffect(() => {
    void import('./small-picture.tsx').then((module) => setSmall(() => module.SmallPicture));
  }, []);
  return (
    <button
      type="button"
      class="strip"
      aria-expanded={false}
      aria-label={say('strip.show')}
      onClick={() => page.store.setState({ pictureOpen: true })}
    >
      <span class="strip-picture">{Small ? <Small /> : null}</span>
      <span class="strip-text">
        <strong>{say('strip.layers', { n: layers })}</strong>
        <span>{bytes(onDisk, 4)}</span>
      </span>
      <Icon name="up" />
    </button>
  );
}

/** While the picture is in its place, the lesson is one line: what it waits for. */
export function BackToLesson(): JSX.Element {
  const page = usePage();
  const lesson = usePageState((state) => state.side === 'lesson');
  const openCheck = usePageState((state) => state.openCheck);
  return (
    <button type="button" class="back-line" onClick={() => page.store.setState({ pictureOpen: false })}>
      {lesson && openCheck ? <Icon name="todo" /> : <Icon name="book" />}
      <span>{(lesson && openCheck) || say('lesson.toLesson')}</span>
      <Icon name="down" />
    </button>
  );
}
