/** Whether a step is done: each of its checks, against a situation. */
import { checkKinds } from './checks/table.ts';
import type { Check, Help, Situation, Step } from './types.ts';

interface CheckResult {
  readonly say: string;
  readonly done: boolean;
}

/** Results in the order of the step's checks. A check that cannot look (the engine is away) is not done. */
export async function checkStep(step: Step, situation: Situation): Promise<readonly CheckResult[]> {
  return Promise.all(
    step.checks.map(async (check) => ({
      say: check.say,
      done: await holds(check, situation).catch(() => false),
    })),
  );
}

/** What of a step's help is needed now. */
export async function helpNeeded(step: Step, situation: Situation): Promise<readonly Help[]> {
  const needed = await Promise.all(
    step.help.map(async ({ when, unless }) => {
      try {
        return (!when || (await holds(when, situation))) && !(unless && (await holds(unless, situation)));
      } catch {
        return false;
      }
    }),
  );
  return step.help.filter((_, index) => needed[index]);
}

async function holds(check: Check, situation: Situation): Promise<boolean> {
  return checkKinds.get(check.name)!.holds(check.argument as never, situation);
}
