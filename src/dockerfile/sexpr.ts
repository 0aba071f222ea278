/**
 * The parse tree as S-expressions, in the form that BuildKit's parser dumps; `strata parse` prints it.
 */
import { quote, quoteList, trim } from './go-text.ts';
import type { DockerfileTree, InstructionNode } from './tree.ts';

export function toSexpr(tree: DockerfileTree): string {
  return tree.instructions.map((node) => `(${dump(node)})`).join('\n');
}

function dump(node: InstructionNode): string {
  let text = node.keyword.toLowerCase();
  if (node.flags.length > 0) text += ` ${quoteList(node.flags)}`;
  for (const { value, child } of node.args) {
    text += child ? ` (${dump(child)})` : ` ${quote(value)}`;
  }
  return trim(text);
}
