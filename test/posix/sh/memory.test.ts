/** What a shell's variables take is its resident set: it grows with them, and shrinks when they go. */
import { describe, expect, it } from 'vitest';
import { createShellMain, type DialectName } from '../../../src/sh/index.ts';
import { bootMachine } from './machine.ts';

const RSS = `rss() { while read -r key value _; do [ "$key" != VmRSS: ] || echo $value; done </proc/$$/status; }
big=$(printf %200000s x); rss; unset big; rss
`;

/** Kilobytes beyond what the shell begins with, after each step. */
async function grown(dialect: DialectName, steps: string): Promise<number[]> {
  const machine = await bootMachine(dialect, { bash: createShellMain({ dialect: 'bash' }) });
  await machine.put('/tmp/case.sh', `${RSS}${steps}`);
  const { stdout, stderr } = await machine.run([dialect === 'bash' ? 'bash' : 'sh', 'case.sh']);
  expect(stderr).toBe('');
  const [big, base, ...rest] = stdout.trimEnd().split('\n').map(Number);
  expect(big! - base!).toBeGreaterThan(180);
  return rest.map((each) => each - base!);
}

const LOCALS = 'f() { local x; x=$(printf %200000s x); rss; }; f; rss; f; rss; x=$x$(printf %200000s x); rss';

describe('what JavaScript runs out of', () => {
  const cases = [
    ['f() { f; }; f; echo no', 'maximum function recursion depth exceeded'],
    ['f() { eval f; }; f; echo no', 'maximum function recursion depth exceeded'],
    ['x=a; while :; do x=$x$x; done; echo no', 'out of memory'],
  ] as const;
  for (const dialect of ['sh', 'bash'] as const)
    it.each(cases)(`ends ${dialect} with a message: %s`, async (script, message) => {
      const machine = await bootMachine('ash', { bash: createShellMain({ dialect: 'bash' }) });
      const before = process.memoryUsage().rss;
      const { status, stdout, stderr } = await machine.run([dialect, '-c', script]);
      expect({ status, stdout, stderr: stderr.replace(/line \d+: /, '') }).toEqual({
        status: 2,
        stdout: '',
        stderr: `${dialect}: ${message}\n`,
      });
      // Each level has its cost, and not that of all those before it.
      expect(process.memoryUsage().rss - before).toBeLessThan(1_500_000_000);
    });
});

describe('memory of variables', () => {
  it.each(['ash', 'bash'] as const)('ends with the function that has them in %s', async (dialect) => {
    const [first, after, second, again, global] = await grown(dialect, LOCALS);
    expect(first).toBeGreaterThan(180);
    expect(second).toBe(first);
    expect([after, again]).toEqual([0, 0]);
    expect(global).toBeGreaterThan(180);
  });

  it('is that of lists, too', async () => {
    const steps = `declare -A a; for i in {1..100}; do a[$i]=$(printf %4000s x); done; rss; b=("\${a[@]}"); rss
      unset 'b[0]' 'a[1]'; rss; g() { local -a l=("\${b[@]}"); rss; }; g; rss; unset a b; rss`;
    const [one, two, both, local, after, none] = await grown('bash', steps);
    expect(one).toBeGreaterThan(380);
    expect(two).toBeGreaterThan(2 * 380);
    expect(local! - both!).toBeGreaterThan(380);
    expect(after).toBe(both);
    expect(none).toBe(0);
  });
});
