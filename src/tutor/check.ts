/** Whether a step is done: each of its checks, against a situation. */
import { checkKinds } from './checks/table.ts';
import type { Check, Situation, Step } from './types.ts';

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

async function holds(check: Check, situation: Situation): Promise<boolean> {
  return checkKinds.get(check.name)!.holds(check.argument as never, situation);
}
