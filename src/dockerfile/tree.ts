/** The parse tree: one node per instruction, as written, before anything is checked or expanded. */
import type { Directive } from './directives.ts';
import type { Lines } from './location.ts';

export interface Heredoc {
  readonly name: string;
  /** Without quotes around the name: a shell would expand variables in it. */
  readonly expand: boolean;
  /** `<<-`: leading tabs go. */
  readonly chomp: boolean;
  readonly content: string;
}

/** A word after the instruction; ONBUILD's only one holds the instruction that it triggers. */
export interface Argument {
  readonly value: string;
  readonly child?: InstructionNode;
}

export interface InstructionNode {
  /** As written, any case. */
  readonly keyword: string;
  readonly flags: readonly string[];
  readonly args: readonly Argument[];
  /** The arguments were a JSON array. */
  readonly json: boolean;
  /** The logical line: continuations joined, comments gone. */
  readonly original: string;
  readonly heredocs: readonly Heredoc[];
  readonly lines: Lines;
}

export interface DockerfileTree {
  readonly instructions: readonly InstructionNode[];
  readonly escape: string;
  readonly directives: readonly Directive[];
  /** Lines after which an empty continuation line was found. */
  readonly emptyContinuations: readonly number[];
}
