/**
 * The instruction behind a history entry's `created_by`: what someone wrote in a Dockerfile.
 *
 * BuildKit writes `RUN |1 V=1 /bin/sh -c apk update # buildkit`, the classic builder
 * `/bin/sh -c #(nop)  CMD ["/bin/sh"]`. Both become an op and a text.
 */
import type { Instruction } from './types.ts';

/** Texts come from images of strangers: bounded, on one line. */
const LONGEST = 300;

export function instructionOf(createdBy: string): Instruction {
  const line = createdBy
    .slice(0, 4 * LONGEST)
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .replace(/ # buildkit$/, '')
    // What only the build cache holds is described by its step's displayed name.
    .replace(/^\[[^\]]*\] /, '');
  const nop = /^\/bin\/sh -c #\(nop\) ?(.*)$/.exec(line);
  if (nop) return split(nop[1]!.trim());
  if (line.startsWith('/bin/sh -c ')) return { op: 'RUN', text: clip(line.slice('/bin/sh -c '.length)) };
  const instruction = split(line);
  if (instruction.op !== 'RUN') return instruction;
  const text = instruction.text.replace(/^\|\d+ .*?(?=\/bin\/sh -c )/, '').replace(/^\/bin\/sh -c /, '');
  return { op: 'RUN', text: clip(text) };
}

/** A vertex's displayed name without its `[stage 2/3]`. */
export function splitStepName(name: string): {
  readonly instruction: Instruction;
  readonly position: { readonly at: number; readonly of: number; readonly stage: string } | undefined;
} {
  const match = /^\[(?:(\S+) +)?(\d+)\/(\d+)\] (.*)$/s.exec(name);
  if (!match) return { instruction: split(name.replace(/\s+/g, ' ')), position: undefined };
  return {
    instruction: split(match[4]!.replace(/\s+/g, ' ')),
    position: { stage: match[1] ?? '', at: Number(match[2]), of: Number(match[3]) },
  };
}

function split(line: string): Instruction {
  const space = line.indexOf(' ');
  if (space < 0) return { op: clip(line), text: '' };
  return { op: line.slice(0, space), text: clip(line.slice(space + 1).trim()) };
}

function clip(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
