/** EXPOSE: ports that containers listen on, with ranges taken apart. */
import { expand, type Instruction } from '../../dockerfile/index.ts';
import { commit } from '../draft.ts';
import type { Dispatch } from './context.ts';
import { hasHost, parsePortSpec } from './port-spec.ts';

export function planExpose(dispatch: Dispatch<Extract<Instruction, { kind: 'expose' }>>): void {
  const { stage, planner, instruction } = dispatch;
  // A variable may hold several ports; one that there is not is not warned of here.
  const wordsOf = (word: string): readonly string[] =>
    expand(word, (name) => stage.env.get(name), { escape: planner.escape }).words;
  const words = instruction.ports.flatMap(wordsOf);
  const exposed: Record<string, Record<string, never>> = Object.assign(
    Object.create(null),
    stage.draft.config.ExposedPorts,
  );
  const ports = new Set<string>();
  for (const word of words) {
    for (const port of portsOf(dispatch, word)) {
      ports.add(port);
      exposed[port] = {};
    }
  }
  stage.draft.config.ExposedPorts = exposed;
  commit(stage.draft, `EXPOSE [${[...ports].sort().join(' ')}]`, false);
}

function portsOf({ planner, instruction }: Dispatch, word: string): readonly string[] {
  const protocol = word.split('/')[1] ?? '';
  if (protocol !== protocol.toLowerCase()) {
    const message = `Defined protocol '${word}' in EXPOSE instruction should be lowercase`;
    planner.linter.warn('ExposeProtoCasing', message, instruction.lines);
  }
  // Warned of also where it is wrong besides.
  if (hasHost(word)) {
    const message = `EXPOSE instruction should not define an IP address or host-port mapping, found '${word}'`;
    planner.linter.warn('ExposeInvalidFormat', message, instruction.lines);
  }
  return parsePortSpec(word);
}
