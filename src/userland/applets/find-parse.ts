/** find's expression: operators and the table of its primaries. */
import { chain, every, type Maybe } from '../../base/index.ts';
import type { Stat } from '../../vfs/index.ts';
import type { Io } from '../io.ts';
import { createPrimaries, type FindContext } from './find-primaries.ts';

export interface Candidate {
  readonly path: string;
  readonly stat: Stat;
  readonly depth: number;
  pruned: boolean;
}

export type Test = (candidate: Candidate) => Maybe<boolean>;

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
  for (; ['-H', '-L', '-P'].includes(args[at]!); at++) {
    // -P is what is so anyway; busybox lets it undo nothing.
    if (args[at] !== '-P') settings.follow = args[at] === '-L' ? 'always' : 'arguments';
  }
  if (args[at] === '--') at++;
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
    return (candidate) =>
      chain(
        every(tests, (test) => chain(test(candidate), (holds) => !holds)),
        (none) => !none,
      );
  }

  function parseAnd(): Test {
    const tests: Test[] = [];
    for (; at < args.length && !['-o', '-or', ')'].includes(args[at]!); ) {
      if (args[at] === '-a' || args[at] === '-and') at++;
      else tests.push(parseNot());
    }
    return (candidate) => every(tests, (test) => test(candidate));
  }

  function parseNot(): Test {
    const word = args[at++]!;
    if (word === '!' || word === '-not') {
      if (at >= args.length) return unrecognized(word);
      const test = parseNot();
      return (candidate) => chain(test(candidate), (holds) => !holds);
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
    : (candidate) =>
        chain(expression(candidate), (holds) => {
          if (holds) io.print(`${candidate.path}\n`);
          return true;
        });
  return { paths: paths.length ? paths : ['.'], ...settings, evaluate, finishers, state };
}
