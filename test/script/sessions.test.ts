/** Every session of this folder, replayed by `npm run shell -- --batch`: a fresh laptop and engine each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startBatch } from '../support/batch.ts';
import { differs, parseSession } from '../support/session.ts';

describe.concurrent('sessions', () => {
  for (const name of readdirSync(import.meta.dirname).filter((file) => file.endsWith('.txt'))) {
    it(name, { timeout: 120_000 }, async () => {
      const steps = parseSession(readFileSync(join(import.meta.dirname, name), 'utf8'));
      const batch = startBatch();
      try {
        for (const step of steps) {
          if (step.kind === 'restart') {
            expect(await batch.send({ restart: true })).toEqual({ exit: 0 });
          } else if (step.kind === 'write') {
            const { path, content, mode } = step;
            expect(await batch.send({ write: { path, content, ...(mode ? { mode } : {}) } })).toEqual({
              exit: 0,
            });
          } else {
            const { exit, stdout, stderr } = await batch.exec(step.command, step.timeout ?? 60);
            const problem = differs(step.stdout, stdout) ?? differs(step.stderr, stderr);
            const where = `${name}:${step.line}: ${step.command}`;
            expect(problem, where).toBeUndefined();
            expect(exit, `${where}\n${stderr}`).toBe(step.exit);
          }
        }
        expect(await batch.close()).toBe(0);
      } finally {
        await batch.kill();
      }
    });
  }
});
