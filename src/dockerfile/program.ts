/**
 * Tree to program: stages with typed instructions, and the ARGs before the first FROM.
 *
 * Also where the build checks run that need the text alone.
 */

import { StrataError } from '../base/index.ts';
import type { Linter } from './checks.ts';
import { quote } from './go-text.ts';
import type { Arg } from './instructions/arg.ts';
import type { From } from './instructions/from.ts';
import { type Instruction, parseInstruction } from './instructions/table.ts';
import { fault, type Lines, linesOf, locate } from './location.ts';
import { parseDockerfile } from './parse.ts';
import type { DockerfileTree, InstructionNode } from './tree.ts';

export type StageInstruction = Exclude<Instruction, From>;

export interface Stage {
  readonly from: From;
  readonly instructions: readonly StageInstruction[];
}

export interface Program {
  readonly stages: readonly Stage[];
  readonly globalArgs: readonly Arg[];
  readonly escape: string;
}

/** @throws StrataError `EDOCKERFILE`: `dockerfile parse error on line 2: …`, with `data.lines` */
export function toProgram(tree: DockerfileTree, linter: Linter): Program {
  for (const line of tree.emptyContinuations) {
    linter.warn('NoEmptyContinuation', 'Empty continuation line', { start: line, end: line });
  }
  const stages: { from: From; instructions: StageInstruction[] }[] = [];
  const globalArgs: Arg[] = [];
  for (const node of tree.instructions) {
    const instruction = readInstruction(node, linter);
    if (instruction.kind === 'from') stages.push({ from: instruction, instructions: [] });
    else if (stages.length > 0) stages.at(-1)!.instructions.push(instruction);
    else if (instruction.kind === 'arg') globalArgs.push(instruction);
    else throw fault('no build stage in current context', node.lines);
  }
  if (stages.length === 0) throw fault('dockerfile contains no stages to build');
  checkStageNames(stages, linter);
  checkCasing(stages, linter);
  return { stages, globalArgs, escape: tree.escape };
}

/** The instruction of an ONBUILD trigger, to be blamed on the lines of the FROM that brought it. */
export function parseTrigger(expression: string, lines: Lines): StageInstruction {
  const nodes = parseDockerfile(expression).instructions;
  if (nodes.length !== 1) throw fault('onbuild trigger should be a single expression', lines);
  const instruction = parseInstruction(nodes[0]!, lines);
  if (instruction.kind === 'from') throw fault('*instructions.Stage is not a command type', lines);
  return instruction;
}

function readInstruction(node: InstructionNode, linter: Linter): Instruction {
  try {
    const keyword = node.keyword.toLowerCase();
    if (keyword === 'maintainer') {
      const message = 'Maintainer instruction is deprecated in favor of using label';
      linter.warn('MaintainerDeprecated', message, node.lines);
    }
    if (keyword === 'from') checkFrom(node, linter);
    return parseInstruction(node);
  } catch (error) {
    const located = locate(error, node.lines);
    throw new StrataError(
      located.code,
      `dockerfile parse error on line ${node.lines.start}: ${located.message}`,
      { ...located.data, lines: linesOf(located) },
    );
  }
}

function checkFrom(node: InstructionNode, linter: Linter): void {
  const [, as, name] = node.args;
  if (node.args.length === 3 && name!.value !== name!.value.toLowerCase()) {
    linter.warn('StageNameCasing', `Stage name '${name!.value}' should be lowercase`, node.lines);
  }
  if (node.args.length < 3 || !isUniform(node.keyword)) return;
  const isLower = node.keyword === node.keyword.toLowerCase();
  const expected = isLower ? as!.value.toLowerCase() : as!.value.toUpperCase();
  if (as!.value !== expected) {
    const message = `'${as!.value}' and '${node.keyword}' keywords' casing do not match`;
    linter.warn('FromAsCasing', message, node.lines);
  }
}

function checkStageNames(stages: readonly Stage[], linter: Linter): void {
  const seen = new Set<string>();
  for (const { from } of stages) {
    if (!from.name) continue;
    if (from.name === 'context' || from.name === 'scratch') {
      const message = `Stage name should not use the same name as reserved stage ${quote(from.name)}`;
      linter.warn('ReservedStageName', message, from.lines);
    }
    if (seen.has(from.name)) {
      const message = `Duplicate stage name ${quote(from.name)}, stage names should be unique`;
      linter.warn('DuplicateStageName', message, from.lines);
    }
    seen.add(from.name);
  }
}

function checkCasing(stages: readonly Stage[], linter: Linter): void {
  const all = stages.flatMap(({ from, instructions }) => [from, ...instructions]);
  const uniform = all.filter(({ keyword }) => isUniform(keyword));
  const lower = uniform.filter(({ keyword }) => keyword === keyword.toLowerCase()).length;
  const wantsLower = lower > uniform.length - lower;
  for (const { keyword, lines } of all) {
    if (keyword === (wantsLower ? keyword.toLowerCase() : keyword.toUpperCase())) continue;
    const casing = wantsLower ? 'lowercase' : 'uppercase';
    const message = `Command '${keyword}' should match the case of the command majority (${casing})`;
    linter.warn('ConsistentInstructionCasing', message, lines);
  }
}

function isUniform(word: string): boolean {
  return word === word.toLowerCase() || word === word.toUpperCase();
}
