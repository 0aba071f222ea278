/** EXPOSE: ports that containers listen on, with ranges taken apart. */
import { expand, fault, type Instruction, quote } from '../../dockerfile/index.ts';
import { commit } from '../draft.ts';
import type { Dispatch } from './context.ts';

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
  const ports: string[] = [];
  for (const word of words) {
    for (const port of portsOf(dispatch, word)) {
      if (!ports.includes(port)) ports.push(port);
      exposed[port] = {};
    }
  }
  stage.draft.config.ExposedPorts = exposed;
  const shown = words.length > 0 ? sorted(words) : [];
  commit(stage.draft, `EXPOSE ${formatPorts(ports, shown)}`, false);
}

/** As Go prints a map of ports: `map[80/tcp:{}]` in older versions; here the list. */
function formatPorts(ports: readonly string[], _words: readonly string[]): string {
  return `[${sorted(ports).join(' ')}]`;
}

function sorted(items: readonly string[]): string[] {
  return items.toSorted();
}

function portsOf({ planner, instruction }: Dispatch, word: string): string[] {
  const slash = word.indexOf('/');
  const range = slash < 0 ? word : word.slice(0, slash);
  const written = slash < 0 ? 'tcp' : word.slice(slash + 1);
  const protocol = written.toLowerCase() || 'tcp';
  if (protocol !== written && written) {
    const message = `Defined protocol '${word}' in EXPOSE instruction should be lowercase`;
    planner.linter.warn('ExposeProtoCasing', message, instruction.lines);
  }
  if (!['tcp', 'udp', 'sctp'].includes(protocol))
    throw fault(`invalid port: ${quote(word)}: invalid proto: ${protocol}`);
  const numbers = /^(\d+)(?:-(\d+))?$/.exec(range);
  if (!numbers) throw fault(`invalid containerPort: ${range}`);
  const first = Number(numbers[1]);
  const last = Number(numbers[2] ?? numbers[1]);
  if (first > 65535 || last > 65535 || last < first) throw fault(`invalid containerPort: ${range}`);
  return Array.from({ length: last - first + 1 }, (_, i) => `${first + i}/${protocol}`);
}
