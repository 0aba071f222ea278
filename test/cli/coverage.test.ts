/**
 * Which commands and flags the comparison with the real client covers: all that we do not refuse, but
 * for those listed with their reason in uncovered.json.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import type { Command, Flag } from '../../src/cli/command.ts';
import { parseFlags } from '../../src/cli/flags.ts';
import { docker } from '../../src/cli/table/index.ts';
import { contexts } from './contexts.mjs';

const read = <T>(name: string): T =>
  JSON.parse(fs.readFileSync(path.join(import.meta.dirname, name), 'utf8')) as T;

interface Recorded {
  readonly words?: readonly string[];
}

const recorded = [
  ...read<Recorded[]>('recorded/same.json'),
  ...read<Recorded[][]>('recorded/sessions.json').flat(),
]
  .flatMap(({ words }) => (words ? [words] : []))
  .concat(contexts.map(({ build }) => ['build', '--iidfile', 'x', '--no-cache', ...build.split(' ')]));

const seen = new Set<Flag | Command['load']>();

function note(command: Command, words: readonly string[]): void {
  if (command.children.length > 0) {
    const { values, rest } = parseFlags(words, command.flags, true);
    for (const flag of command.flags) if (values.has(flag.name)) seen.add(flag);
    const child = command.children.find(
      ({ name, aliases }) => name === rest[0] || aliases.includes(rest[0]!),
    );
    if (child) note(child, rest.slice(1));
    return;
  }
  seen.add(command.load);
  try {
    const { values } = parseFlags(words, command.flags, command.stopAtFirst);
    for (const flag of command.flags) if (values.has(flag.name)) seen.add(flag);
  } catch {
    // Wrong on purpose.
  }
}

for (const words of recorded) {
  try {
    note(docker, words);
  } catch {
    // Wrong on purpose.
  }
}

function missingIn(command: Command, name: string): string[] {
  if (command.children.length === 0 && !command.load) return [];
  const own = command.children.length === 0 && !seen.has(command.load) ? [name] : [];
  const flags = command.flags
    .filter((flag) => !flag.refused && flag.name !== 'help' && !seen.has(flag))
    .map((flag) => `${name} --${flag.name}`);
  return [
    ...own,
    ...flags,
    ...command.children.flatMap((child) => missingIn(child, `${name} ${child.name}`)),
  ];
}

it('covers every command and flag', () => {
  const listed =
    read<readonly { readonly names: readonly string[]; readonly reason: string }[]>('uncovered.json');
  const names = listed.flatMap((each) => each.names);
  expect([...new Set(missingIn(docker, 'docker'))].sort()).toEqual([...names].sort());
});
