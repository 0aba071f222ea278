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
  for (const [index, { name, text, args, stdin, needsWaiting }] of cases.entries()) {
    if (Object.hasOwn(exceptions, name) || (needsWaiting && !canWait)) continue;
    it(name, async () => {
      const folder = `/case-${index}`;
      await furnish(kernel, folder);
      await put(kernel, `${folder}/${name}`, encode(text), 0o644);
      const { stdout, stderr, status } = await runIn(kernel, folder, `node ${name} ${args}`, stdin);
      const got = { stdout: comparable(stdout, folder), stderr: comparable(stderr, folder), status };
      expect(got).toEqual(outcomes[name]);
    });
  }
});
