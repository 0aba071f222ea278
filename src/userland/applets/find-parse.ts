/** find's expression: operators and the table of its primaries. */
import type { Stat } from '../../vfs/index.ts';
import type { Io } from '../io.ts';
import { createPrimaries, type FindContext } from './find-primaries.ts';

export interface Candidate {
  readonly path: string;
  readonly stat: Stat;
  readonly depth: number;
  pruned: boolean;
}

export type Test = (candidate: Candidate) => boolean | Promise<boolean>;

export interface FindPlan {
  readonly paths: readonly string[];
  readonly follow: 'never' | 'arguments' | 'always';
  readonly depthFirst: boolean;
  readonly sameDevice: boolean;
  readonly minDepth: number;
  readonly maxDepth: number;
  readonly evaluate: Test;
  /** Runs what `-exec … +` still holds. */
  readonly finishers: readonly (() => Promise<boolean>)[];
  readonly state: { quit: boolean; failed: boolean };
}

export async function parseFind(
  io: Io,
  args: readonly string[],
  launch: FindContext['launch'],
): Promise<FindPlan> {
  const settings = {
    follow: 'never' as FindPlan['follow'],
    depthFirst: false,
    sameDevice: false,
    minDepth: 0,
    maxDepth: Infinity,
  };
  const state = { quit: false, failed: false };
  const finishers: (() => Promise<boolean>)[] = [];
  let at = 0;
  for (; args[at] === '-H' || args[at] === '-L'; at++) {
    settings.follow = args[at] === '-L' ? 'always' : 'arguments';
  }
  const paths: string[] = [];
  while (at < args.length && !/^[-(!]/.test(args[at]!)) paths.push(args[at++]!);
  const context: FindContext = {
    io,
    settings,
    state,
    finishers,
    launch,
    acts: false,
    take(name) {
      return args[at++] ?? io.die(`${name} requires an argument`);
    },
    peek: () => args[at],
  };
  const primaries = await createPrimaries(context);
  const unrecognized = (word: string): never => {
    io.warn(`unrecognized: ${word}`);
    return io.usage();
  };

  function parseOr(): Test {
    const tests = [parseAnd()];
    while (args[at] === '-o' || args[at] === '-or') {
      at++;
      // Nothing behind the last -o is false.
      tests.push(at < args.length ? parseAnd() : () => false);
    }
    if (tests.length === 1) return tests[0]!;
    return async (candidate) => {
      for (const test of tests) if (await test(candidate)) return true;
      return false;
    };
  }

  function parseAnd(): Test {
    const tests: Test[] = [];
    for (; at < args.length && !['-o', '-or', ')'].includes(args[at]!); ) {
      if (args[at] === '-a' || args[at] === '-and') at++;
      else tests.push(parseNot());
    }
    return async (candidate) => {
      for (const test of tests) if (!(await test(candidate))) return false;
      return true;
    };
  }

  function parseNot(): Test {
    const word = args[at++]!;
    if (word === '!' || word === '-not') {
      if (at >= args.length) return unrecognized(word);
      const test = parseNot();
      return async (candidate) => !(await test(candidate));
    }
    if (word === '(') {
      const test = parseOr();
      if (args[at++] !== ')') io.die("unpaired '('");
      return test;
    }
    const primary = Object.hasOwn(primaries, word) ? primaries[word] : undefined;
    return primary ? primary(word) : unrecognized(word);
  }

  const expression = parseOr();
  if (at < args.length) unrecognized(args[at]!);
  const evaluate: Test = context.acts
    ? expression
    : async (candidate) => {
        if (await expression(candidate)) io.print(`${candidate.path}\n`);
        return true;
      };
  return { paths: paths.length ? paths : ['.'], ...settings, evaluate, finishers, state };
}
