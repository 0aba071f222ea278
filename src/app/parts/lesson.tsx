/** The lesson panel: one step, what it looks for, and the way on. Loaded after the prompt. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StoreApi } from 'zustand/vanilla';
import { messageOf } from '../../base/index.ts';
import type { Lesson as LessonContent, Step } from '../../tutor/index.ts';
import { say } from '../later-strings.ts';
import { isDone, type LessonRun, type Progress, runLesson } from '../lesson-progress.ts';
import { loadLesson } from '../lessons.ts';
import { Markdown, runnable } from '../markdown.tsx';
import { usePage, usePageState } from '../page-context.ts';
import { remember } from '../remember.ts';
import { Command } from './command.tsx';
import { Icon, Mark } from './icons.tsx';
import { Menu } from './top-bar.tsx';

const SLUG = 'how-images-work';

export function Lesson(): JSX.Element {
  const page = usePage();
  const [open, setOpen] = useState<{ lesson: LessonContent; run: LessonRun }>();
  const [failure, setFailure] = useState('');
  useEffect(() => {
    let run: LessonRun | undefined;
    let left = false;
    loadLesson(SLUG).then(
      (lesson) => {
        if (left) return;
        run = runLesson(page, lesson);
        setOpen({ lesson, run });
      },
      (error: unknown) => setFailure(messageOf(error)),
    );
    return () => {
      left = true;
      run?.close();
    };
  }, [page]);
  return (
    <section class="side lesson" aria-label={say('lesson.label')}>
      {open ? (
        <Opened lesson={open.lesson} run={open.run} />
      ) : (
        <p class="empty-line">
          {failure ? say('lesson.failed', { reason: failure }) : say('lesson.loading')}
        </p>
      )}
    </section>
  );
}

/** What a store holds, also where that changed between the first sight of it and the subscription. */
function useValue<T>(store: StoreApi<T>): T {
  const [value, setValue] = useState(store.getState);
  useEffect(() => {
    setValue(store.getState);
    return store.subscribe((next) => setValue(() => next));
  }, [store]);
  return value;
}

function Opened({ lesson, run }: { lesson: LessonContent; run: LessonRun }): JSX.Element {
  const progress = useValue(run.progress);
  const { at } = progress;
  const step = lesson.steps[at];
  return (
    <>
      <Head lesson={lesson} progress={progress} run={run} />
      {step ? (
        <OneStep key={step.id} lesson={lesson} step={step} progress={progress} run={run} />
      ) : (
        <Over lesson={lesson} run={run} />
      )}
    </>
  );
}

function Head({
  lesson,
  progress,
  run,
}: {
  lesson: LessonContent;
  progress: Progress;
  run: LessonRun;
}): JSX.Element {
  const page = usePage();
  const narrow = usePageState((state) => state.widthClass === 'narrow');
  const { at } = progress;
  const of = lesson.steps.length;
  return (
    <header class="lesson-head">
      <p>
        {narrow ? <Mark /> : <Icon name="book" />}
        <span class="lesson-title">{lesson.title}</span>
        <span class="mono">
          {Math.min(at + 1, of)} / {of}
        </span>
        <button
          type="button"
          class="icon-button"
          aria-label={say('lesson.hide')}
          title={say('lesson.hide')}
          onClick={() => {
            const lessonLeft = say('lesson.rail', { title: lesson.title, at: Math.min(at + 1, of), of });
            page.store.setState({ side: 'none', lessonLeft });
            remember('side', 'none');
            remember('lessonLeft', lessonLeft);
          }}
        >
          <Icon name="panel" />
        </button>
        {narrow ? <Menu /> : null}
      </p>
      <ol class="lesson-steps">
        {lesson.steps.map((step, index) => (
          <li key={step.id}>
            <button
              type="button"
              class={index === at ? 'now' : isDone(progress, index) ? 'done' : ''}
              aria-current={index === at ? 'step' : undefined}
              aria-label={`${say('lesson.progress', { at: index + 1, of })}: ${step.title}`}
              title={step.title}
              onClick={() => run.go(index)}
            />
          </li>
        ))}
      </ol>
    </header>
  );
}

interface StepProps {
  readonly lesson: LessonContent;
  readonly step: Step;
  readonly progress: Progress;
  readonly run: LessonRun;
}

function OneStep({ lesson, step, progress, run }: StepProps): JSX.Element {
  const page = usePage();
  const { at } = progress;
  const done = isDone(progress, at);
  const [hints, setHints] = useState(0);
  const [, setRan] = useState(0);
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => page.onCommand(() => setRan((count) => count + 1)), [page]);
  const ran = (command: string): boolean => run.ran(at, command);
  const help = useValue(run.help);
  const next = help[0]?.run ?? runnable(step.text).find((command) => !ran(command)) ?? '';
  useEffect(() => {
    // A prompt has one line to offer.
    page.store.setState({ suggestion: next.includes('\n') ? '' : next });
    return () => page.store.setState({ suggestion: '' });
  }, [page, next]);
  const last = at === lesson.steps.length - 1;
  const showHint = (): void => {
    setHints(Math.min(step.hints.length, hints + 1));
    requestAnimationFrame(() => scroll.current?.scrollTo({ top: scroll.current.scrollHeight }));
  };
  return (
    <>
      <div class="side-scroll lesson-text" ref={scroll}>
        <h2>{step.title}</h2>
        <div role="status">
          {help.map((one) => (
            <div key={one.say} class="help">
              <p>{one.say}</p>
              {one.run === undefined ? null : <Command command={one.run} />}
            </div>
          ))}
        </div>
        <Markdown text={step.text} ran={ran} />
        <Checks step={step} ticked={progress.ticked[at] ?? []} />
        {hints ? (
          <ul class="hints">
            {step.hints.slice(0, hints).map((hint) => (
              <li key={hint}>
                <Markdown text={hint} ran={() => false} />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <footer class="lesson-foot">
        <button type="button" class="plain" disabled={at === 0} onClick={() => run.go(at - 1)}>
          {say('lesson.back')}
        </button>
        <button type="button" class="plain" disabled={hints >= step.hints.length} onClick={showHint}>
          {say('lesson.hint')}
        </button>
        <span class="spring" />
        {done ? null : (
          <button type="button" class="button" onClick={() => run.go(at + 1)}>
            {say('lesson.skip')}
          </button>
        )}
        <button
          type="button"
          class={`button next${done ? ' ready' : ''}`}
          aria-disabled={!done}
          onClick={() => {
            if (!done) return;
            run.go(at + 1);
            page.focusTerminal();
          }}
        >
          {say(last ? 'lesson.finish' : 'lesson.next')}
          <Icon name="right" />
        </button>
      </footer>
    </>
  );
}

function Checks({ step, ticked }: { step: Step; ticked: readonly boolean[] }): JSX.Element {
  return (
    <ul class="checks" aria-label={say('lesson.checks')}>
      {step.checks.map((check, index) => {
        const done = ticked[index] ?? false;
        return (
          <li key={check.say} class={done ? 'done' : ''}>
            <Icon name={done ? 'check' : 'todo'} />
            <span>{check.say}</span>
            <span class="twin-text">{say(done ? 'lesson.done' : 'lesson.open')}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Over({ lesson, run }: { lesson: LessonContent; run: LessonRun }): JSX.Element {
  const page = usePage();
  const widthClass = usePageState((state) => state.widthClass);
  return (
    <>
      <div class="side-scroll lesson-text">
        <h2>{say('lesson.over', { n: lesson.steps.length })}</h2>
        <p>{lesson.about}</p>
        <p>{say('lesson.overText')}</p>
      </div>
      <footer class="lesson-foot">
        <button type="button" class="plain" onClick={() => run.go(lesson.steps.length - 1)}>
          {say('lesson.back')}
        </button>
        <button type="button" class="plain" onClick={() => run.restart()}>
          {say('lesson.again')}
        </button>
        <span class="spring" />
        <button
          type="button"
          class="button"
          onClick={() => {
            page.store.setState({
              side: 'first',
              ...(widthClass === 'narrow' ? { pictureOpen: false } : {}),
            });
            remember('side', 'first');
          }}
        >
          {say('lesson.toFirst')}
        </button>
      </footer>
    </>
  );
}
