/**
 * Where the learner is in a lesson: notices by itself when a step's checks hold, and what is in the way.
 *
 * A check that held once stays ticked: what was done was done. A command belongs to the step that it
 * ran in; after that step was done, to the next one as well.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { emptyModel } from '../model/index.ts';
import { checkStep, type Help, helpNeeded, type Lesson, type Ran, situationOf } from '../tutor/index.ts';
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
  /** What is in the way of the open step. */
  readonly help: StoreApi<readonly Help[]>;
  /** Whether a command ran in this step, and well. */
  ran(step: number, command: string): boolean;
  go(step: number): void;
  restart(): void;
  close(): void;
}

/** Files change without an event; open steps look again after so many ms. */
const LOOK_AGAIN = 1500;
/** So long after a command its effects may still be on their way into the model, ms. */
const SETTLED = 800;
/** Ctrl-C is how one leaves `docker logs -f`. */
const WELL = [0, 130];

export function runLesson(page: Page, lesson: Lesson): LessonRun {
  const key = `lesson.${lesson.slug}`;
  const none = (): Progress => ({ at: 0, ticked: lesson.steps.map((step) => step.checks.map(() => false)) });
  const progress = createStore<Progress>(() => restore(key, none()));
  const tellOpen = ({ at, ticked }: Progress): void => {
    const open = lesson.steps[at]?.checks.find((_, index) => !ticked[at]?.[index]);
    page.store.setState({ openCheck: open?.say ?? '' });
  };
  const help = createStore<readonly Help[]>(() => []);
  let commands: Ran[][] = [];
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
    if (!step || isDone(progress.getState(), at)) return offer([]);
    const { model, pictured } = page.store.getState();
    // Before the engine has told anything, nothing is gone.
    if (model === emptyModel && pictured) return;
    const situation = situationOf(environment, model, commands[at] ?? []);
    const [results, needed] = await Promise.all([checkStep(step, situation), helpNeeded(step, situation)]);
    if (progress.getState().at !== at || closed) return;
    const ticked = progress
      .getState()
      .ticked.map((checks, index) =>
        index === at ? checks.map((was, number) => was || results[number]!.done) : checks,
      );
    progress.setState({ ticked });
    offer(isDone(progress.getState(), at) ? [] : needed);
  };
  const offer = (needed: readonly Help[]): void => {
    const shown = help.getState();
    const same = needed.length === shown.length && needed.every((one, index) => one === shown[index]);
    if (!same) help.setState(needed, true);
  };
  const hear = (): void => {
    const { at } = progress.getState();
    const { command, exit } = page.commands.at(-1)!;
    const one: { command: string; exit: number; model?: Ran['model'] } = { command, exit };
    setTimeout(() => {
      one.model = page.store.getState().model;
    }, SETTLED);
    (commands[at] ??= []).push(one);
    if (isDone(progress.getState(), at)) (commands[at + 1] ??= []).push(one);
    void look();
  };
  const unsubscribers = [
    page.store.subscribe((state, before) => {
      if (state.model !== before.model || state.dirty !== before.dirty) void look();
    }),
    page.onCommand(hear),
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
    help,
    ran(step, command) {
      const last = command.trim().split('\n').at(-1);
      return (commands[step] ?? []).some(
        (one) =>
          WELL.includes(one.exit) && (one.command.trim() === command.trim() || one.command.trim() === last),
      );
    },
    go(step) {
      offer([]);
      progress.setState({ at: Math.max(0, Math.min(lesson.steps.length, step)) });
      void look();
    },
    restart() {
      commands = [];
      progress.setState(none());
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
