/**
 * A lesson, and what it needs of those who run it.
 *
 * A lesson is a folder: `lesson.yaml` and one Markdown file a step with YAML front matter. Its
 * checks look at the engine's state and the laptop, never at what was clicked.
 */
import type { BuildRecord } from '../builder/index.ts';
import type { Model } from '../model/index.ts';

export interface Lesson {
  readonly slug: string;
  readonly title: string;
  readonly minutes: number;
  /** One sentence: what the learner knows afterwards. */
  readonly about: string;
  readonly steps: readonly Step[];
}

export interface Step {
  /** The file's name without number and ending. */
  readonly id: string;
  readonly title: string;
  /** Markdown; fences marked `run` hold a command that can be run. */
  readonly text: string;
  readonly checks: readonly Check[];
  readonly hints: readonly string[];
  /** What may be in the way of it. */
  readonly help: readonly Help[];
  /** Commands that do the step, in order. */
  readonly solution: readonly string[];
}

/** What a step looks for: a sentence, and a condition found by its name in the table of checks. */
export interface Check {
  /** Empty where it is only asked. */
  readonly say: string;
  readonly name: string;
  /** Valid for that check: its schema has parsed it. */
  readonly argument: unknown;
}

/** Something in the way, and how to put it right: offered while `when` holds and `unless` does not. */
export interface Help {
  readonly say: string;
  readonly run: string | undefined;
  readonly when: Check | undefined;
  readonly unless: Check | undefined;
}

/** A line that the learner ran, as typed. */
export interface Ran {
  readonly command: string;
  readonly exit: number;
  /** What there was when it had ended; the present where that is not known. */
  readonly model?: Model | undefined;
}

/** What checks look at. */
export interface Situation {
  readonly model: Model;
  /** Latest first; empty where the engine keeps none. */
  builds(): Promise<readonly BuildRecord[]>;
  /** A file of the laptop's home; undefined where there is none. */
  file(path: string): Promise<LaptopFile | undefined>;
  isFolder(path: string): Promise<boolean>;
  /** Where the laptop's shells stand, as paths in the home folder. */
  entered(): Promise<readonly string[]>;
  /** Commands since the step before was done, oldest first. */
  readonly commands: readonly Ran[];
}

export interface LaptopFile {
  readonly content: string;
  readonly executable: boolean;
}

/** One kind of check: what its argument is, and when it holds. */
export interface CheckKind<A> {
  readonly schema: import('valibot').GenericSchema<unknown, A>;
  holds(argument: A, situation: Situation): boolean | Promise<boolean>;
}
