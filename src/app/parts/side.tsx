/** The panel at the left: first visit, lesson, or a rail that brings the lesson back. */
import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePage, usePageState } from '../page-context.ts';
import { remember } from '../remember.ts';
import { say } from '../strings.ts';
import { FirstVisit } from './first-visit.tsx';
import { Icon } from './icons.tsx';
import { Splitter } from './splitter.tsx';

export function Side(): JSX.Element | null {
  const page = usePage();
  const side = usePageState((state) => state.side);
  const widthClass = usePageState((state) => state.widthClass);
  const lessonWidth = usePageState((state) => state.lessonWidth);
  const pictureOpen = usePageState((state) => state.pictureOpen);
  if (widthClass === 'narrow' && (pictureOpen || side === 'none')) return null;
  if (side === 'none') return <SideRail />;
  return (
    <>
      {side === 'first' ? <FirstVisit /> : <LazyLesson />}
      {widthClass === 'wide' ? (
        <Splitter
          label={say('lesson.splitter')}
          direction="vertical"
          value={lessonWidth}
          min={320}
          max={560}
          sign={1}
          onChange={(width) => page.store.setState({ lessonWidth: width })}
          onDone={(width) => remember('lessonWidth', width)}
        />
      ) : null}
    </>
  );
}

function SideRail(): JSX.Element {
  const page = usePage();
  const left = usePageState((state) => state.lessonLeft);
  return (
    <div class="side-rail">
      <button
        type="button"
        class="icon-button"
        aria-label={say('lesson.show')}
        title={say('lesson.show')}
        onClick={() => {
          page.store.setState({ side: 'lesson' });
          remember('side', 'lesson');
        }}
      >
        <Icon name="panel" />
      </button>
      <span>{left || say('lesson.norail')}</span>
    </div>
  );
}

/** Markdown, its sanitiser and the lesson come after the prompt. */
function LazyLesson(): JSX.Element {
  const [Lesson, setLesson] = useState<ComponentType>();
  const [failure, setFailure] = useState('');
  useEffect(() => {
    import('./lesson.tsx').then(
      (module) => setLesson(() => module.Lesson),
      (error: unknown) => setFailure(String(error)),
    );
  }, []);
  if (Lesson) return <Lesson />;
  return (
    <section class="side" aria-label={say('lesson.label')}>
      <p class="empty-line">{failure ? say('lesson.failed', { reason: failure }) : say('lesson.loading')}</p>
    </section>
  );
}
