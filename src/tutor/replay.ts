/**
 * Plays a lesson's own solution on a stage and holds each step against it: open before, done after,
 * and without need of help.
 */
import { checkStep, helpNeeded } from './check.ts';
import { modelOf, type Stage, situationOf } from './stage.ts';
import type { Lesson, Ran, Step } from './types.ts';

interface Replayed {
  readonly step: string;
  readonly ok: boolean;
  /** Why not, in a sentence each. */
  readonly problems: readonly string[];
  readonly ms: number;
}

/** Checks look again for so long: events and write-behind take a moment. */
const PATIENCE = 3000;

export async function replayLesson(
  lesson: Lesson,
  stage: Stage,
  onStep: (replayed: Replayed) => void = () => {},
): Promise<readonly Replayed[]> {
  const all: Replayed[] = [];
  for (const step of lesson.steps) {
    const replayed = await replayStep(step, stage);
    all.push(replayed);
    onStep(replayed);
  }
  return all;
}

async function replayStep(step: Step, stage: Stage): Promise<Replayed> {
  const started = Date.now();
  const commands: Ran[] = [];
  const problems: string[] = [];
  const look = async () => checkStep(step, situationOf(stage, await modelOf(stage.transport), commands));

  const before = await look();
  if (step.checks.length && before.every((result) => result.done)) {
    problems.push('is done before anything was typed');
  }
  const situation = situationOf(stage, await modelOf(stage.transport), commands);
  for (const help of await helpNeeded(step, situation)) {
    problems.push(`offers help that nobody needs: ${help.say}`);
  }
  for (const command of step.solution) {
    const { exit } = await stage.exec(command, 120);
    commands.push({ command, exit });
  }
  const performed = Date.now();
  for (;;) {
    const open = (await look()).filter((result) => !result.done);
    if (!open.length) break;
    if (Date.now() - performed > PATIENCE) {
      for (const result of open) problems.push(`is not done after its solution: ${result.say}`);
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { step: step.id, ok: problems.length === 0, problems, ms: Date.now() - started };
}
