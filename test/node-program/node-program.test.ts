/** Our `node` against what the real one printed (recorded.json, made by record.mjs). */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { encode } from '../../src/base/index.ts';
import type { Kernel } from '../../src/kernel/index.ts';
import { put } from '../support/kernel-box.ts';
import { bootNodeBox, furnish, type Outcome, runIn } from './box.ts';
import { cases, comparable } from './cases.mjs';

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const { outcomes } = read('recorded.json') as { outcomes: Record<string, Outcome> };
/** Where we differ on purpose, by case, with the reason. */
const exceptions = read('exceptions.json') as Record<string, string>;
const canWait = 'Suspending' in WebAssembly;

let kernel: Kernel;
beforeAll(async () => {
  kernel = await bootNodeBox();
});

describe('as the real node', () => {
  // A folder for each try: what is tried anew finds nothing of the first time.
  let tries = 0;
  for (const { name, text, command, stdin, needsWaiting } of cases) {
    const reason = Object.hasOwn(exceptions, name) ? exceptions[name] : undefined;
    it.skipIf(needsWaiting && !canWait)(reason ? `${name}, but: ${reason}` : name, async () => {
      const folder = `/case-${++tries}`;
      await furnish(kernel, folder);
      await put(kernel, `${folder}/${name}`, encode(text), 0o644);
      const { stdout, stderr, status } = await runIn(kernel, folder, command, stdin);
      const got = { stdout: comparable(stdout, folder), stderr: comparable(stderr, folder), status };
      // An exception that is none any more is to be taken off the list.
      if (reason) expect(got).not.toEqual(outcomes[name]);
      else expect(got).toEqual(outcomes[name]);
    });
  }
});
