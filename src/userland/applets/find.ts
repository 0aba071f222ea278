/** find: walks trees and evaluates an expression (`find-parse.ts`) for each file. */
import { chain, type Maybe } from '../../base/index.ts';
import { isDir } from '../../posix/index.ts';
import { applet, type Io } from '../io.ts';
import { runProgram } from '../launch.ts';
import { walkTree } from '../walk.ts';
import { type Candidate, type FindPlan, parseFind } from './find-parse.ts';

export const main = applet({
  usage: '[-HLP] [PATH]... [OPTIONS] [ACTIONS]',
  about: 'Search for files and perform actions on them.',
  async run(io) {
    const plan = await parseFind(io, io.args, (argv) => launch(io, argv));
    let well = true;
    for (const path of plan.paths) {
      if (!(await findIn(io, plan, path))) well = false;
      if (plan.state.quit) break;
    }
    for (const finish of plan.finishers) if (!(await finish())) well = false;
    return well && !plan.state.failed ? 0 : 1;
  },
});

function findIn(io: Io, plan: FindPlan, path: string): Maybe<boolean> {
  let device: number | undefined;
  const rules = { follow: plan.follow, depthFirst: plan.depthFirst, maxDepth: plan.maxDepth };
  return walkTree(io, path, rules, (at, stat, depth) => {
    if (plan.state.quit) return 'prune';
    device ??= stat.dev;
    if (plan.sameDevice && stat.dev !== device) return 'prune';
    const candidate: Candidate = { path: at, stat, depth, pruned: false };
    const evaluated = depth >= plan.minDepth ? plan.evaluate(candidate) : true;
    return chain(evaluated, () => (candidate.pruned && isDir(stat.mode) ? 'prune' : 'on'));
  });
}

async function launch(io: Io, argv: readonly string[]): Promise<boolean> {
  await io.flush();
  try {
    return (await runProgram(io.sys, argv)) === 0;
  } catch (error) {
    io.warnErrno(argv[0]!, error);
    return false;
  }
}
