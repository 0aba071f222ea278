/**
 * Where the learner is in a lesson: notices by itself when a step's checks hold.
 *
 * A check that held once stays ticked: what was done was done.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { checkStep, type Lesson, situationOf } from '../tutor/index.ts';
import type { Environment } from './environment.ts';
import type { Page } from './page-context.ts';
import { remember, remembered } from './remember.ts';

export interface Progress {
  readonly at: number;
  /** By step: which of its checks have held. */
  readonly ticked: readonly (readonly boolean[])[];
}

export interface LessonRun {
  readonly progress: StoreApi<Progress>;
  go(step: number): void;
  restart(): void;
  close(): void;
}

/** Files change without an event; open steps look again after so many ms. */
const LOOK_AGAIN = 1500;

export function runLesson(page: Page, lesson: Lesson): LessonRun {
  const key = `lesson.${lesson.slug}`;
  const none = (): Progress => ({ at: 0, ticked: lesson.steps.map((step) => step.checks.map(() => false)) });
  const progress = createStore<Progress>(() => restore(key, none()));
  const tellOpen = ({ at, ticked }: Progress): void => {
    const open = lesson.steps[at]?.checks.find((_, index) => !ticked[at]?.[index]);
    page.store.setState({ openCheck: open?.say ?? '' });
  };
  let since = Date.now();
  let looking = false;
  let again = false;
  let closed = false;

  const look = async (): Promise<void> => {
    again = looking;
    if (looking || closed) return;
    looking = true;
    try {
      const environment = await page.environment;
      do {
        again = false;
        await lookOnce(environment);
      } while (again && !closed);
    } catch {
      // The page shows by itself when it could not start.
    } finally {
      looking = false;
    }
  };
  const lookOnce = async (environment: Environment): Promise<void> => {
    const { at } = progress.getState();
    const step = lesson.steps[at];
    if (!step || isDone(progress.getState(), at)) return;
    const commands = page.commands.filter((ran) => ran.at >= since);
    const results = await checkStep(step, situationOf(environment, page.store.getState().model, commands));
    if (progress.getState().at !== at || closed) return;
    const ticked = progress
      .getState()
      .ticked.map((checks, index) =>
        index === at ? checks.map((was, number) => was || results[number]!.done) : checks,
      );
    progress.setState({ ticked });
    // The next step counts commands from here: those of this one are spent.
    if (isDone(progress.getState(), at)) since = Date.now();
  };
  const unsubscribers = [
    page.store.subscribe((state, before) => {
      if (state.model !== before.model || state.dirty !== before.dirty) void look();
    }),
    page.onCommand(() => void look()),
    progress.subscribe((state) => {
      remember(key, JSON.stringify(state));
      tellOpen(state);
    }),
  ];
  const timer = setInterval(() => {
    const step = lesson.steps[progress.getState().at];
    if (step?.checks.some((check) => check.name === 'file') && !document.hidden) void look();
  }, LOOK_AGAIN);
  tellOpen(progress.getState());
  void look();
  return {
    progress,
    go(step) {
      progress.setState({ at: Math.max(0, Math.min(lesson.steps.length, step)) });
      void look();
    },
    restart() {
      progress.setState(none());
      since = Date.now();
      void look();
    },
    close() {
      closed = true;
      clearInterval(timer);
      for (const unsubscribe of unsubscribers) unsubscribe();
    },
  };
}

export function isDone(progress: Progress, step: number): boolean {
  return progress.ticked[step]?.every(Boolean) ?? false;
}

/** What was remembered, where it fits the lesson as it is now. */
function restore(key: string, none: Progress): Progress {
  try {
    const kept = JSON.parse(remembered(key, '')) as Progress;
    const fits =
      kept.ticked.length === none.ticked.length &&
      none.ticked.every((checks, index) => checks.length === kept.ticked[index]!.length);
    return fits && Number.isInteger(kept.at) && kept.at >= 0 && kept.at <= none.ticked.length ? kept : none;
  } catch {
    return none;
  }
}
