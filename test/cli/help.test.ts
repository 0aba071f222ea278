/**
 * Help texts against the form of the real client's: usage, headings, aliases, commands, flags with
 * kinds and defaults, and where descriptions begin. The prose is our own.
 *
 * Recorded by `node test/cli/record-help.mjs`; what is missing here on purpose is in help-missing.json.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runDocker } from '../support/run-docker.ts';
import { helpPaths, type Skeleton, skeletonOf } from './help-skeleton.mjs';

const read = <T>(name: string): T =>
  JSON.parse(fs.readFileSync(path.join(import.meta.dirname, name), 'utf8')) as T;
const recorded = read<Record<string, Skeleton>>('recorded/help.json');
/** By command: names, sections and flags that Docker has and we have not. */
const missing =
  read<Record<string, { readonly names: readonly string[]; readonly reason: string }>>('help-missing.json');

async function help(words: string): Promise<string> {
  const args = [...words.split(' ').filter(Boolean), '--help'];
  const nobody = (): never => {
    throw new Error('help asks no engine');
  };
  const { exit, stdout, stderr } = await runDocker(nobody, args, { cwd: '/' });
  expect([exit, stderr.toString()]).toEqual([0, '']);
  return stdout.toString();
}

function without({ usage, sections, closing }: Skeleton, names: readonly string[]): Skeleton {
  const kept = (entry: string): boolean =>
    !names.some(
      (name) => entry === name || entry.replace(/^-\w, /, '').startsWith(`${name} `) || entry === name,
    );
  const left: Record<string, Skeleton['sections'][string]> = {};
  for (const [title, section] of Object.entries(sections)) {
    if (names.includes(`${title}:`)) continue;
    left[title] =
      'flags' in section ? { ...section, flags: section.flags.filter(kept) } : section.filter(kept);
  }
  return { usage, sections: left, closing: closing.filter(kept) };
}

describe('help', () => {
  for (const words of helpPaths) {
    it(`docker ${words}`, async () => {
      const names = missing[words]?.names ?? [];
      expect(without(skeletonOf(await help(words)), names)).toEqual(without(recorded[words]!, names));
    });
  }

  it('describes each flag and command', async () => {
    for (const words of helpPaths) {
      for (const line of (await help(words)).split('\n')) {
        if (/^ {2,6}-/.test(line)) expect(line).toMatch(/ {3,}\S/);
        expect(line.trimEnd()).toBe(line);
      }
    }
  });
});
