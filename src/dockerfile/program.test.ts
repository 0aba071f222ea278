import { describe, expect, test } from 'vitest';
import { type CheckWarning, createLinter, warningText } from './checks.ts';
import { formatDuration, parseDuration } from './duration.ts';
import { excerpt } from './excerpt.ts';
import { parseDockerfile } from './parse.ts';
import { type Program, parseTrigger, toProgram } from './program.ts';
import { suggest } from './suggest.ts';

function read(text: string): { program: Program; warnings: string[] } {
  const warnings: CheckWarning[] = [];
  const linter = createLinter('', (warning) => warnings.push(warning));
  const program = toProgram(parseDockerfile(text), linter);
  return { program, warnings: warnings.map(warningText) };
}

describe('programs', () => {
  test('have stages and global arguments', () => {
    const { program } = read('ARG V=1\nFROM a:$V AS Build\nRUN x\nFROM build\n');
    expect(program.globalArgs[0]?.args).toEqual([{ key: 'V', value: '1' }]);
    expect(program.stages.map(({ from }) => [from.base, from.name])).toEqual([
      ['a:$V', 'build'],
      ['build', ''],
    ]);
    expect(program.stages[0]?.instructions[0]).toMatchObject({
      kind: 'run',
      command: { args: ['x'], shell: true },
      lines: { start: 3, end: 3 },
    });
  });

  test.each([
    ['FROM a\nRUM b', 'dockerfile parse error on line 2: unknown instruction: RUM (did you mean RUN?)'],
    [
      'FROM a\nRUN --mont=x y',
      'dockerfile parse error on line 2: unknown flag: --mont (did you mean mount?)',
    ],
    [
      'FROM a\nCOPY --link=x a b',
      'dockerfile parse error on line 2: expecting boolean value for flag --link, not: x',
    ],
    [
      'FROM a\nCOPY --from=x --from=y a b',
      'dockerfile parse error on line 2: duplicate flag specified: --from',
    ],
    ['FROM a\nCOPY --chown a b', 'dockerfile parse error on line 2: missing a value on flag: --chown'],
    [
      'FROM a\nHEALTHCHECK --interval=1ns CMD x',
      'dockerfile parse error on line 2: Interval "interval" cannot be less than 1ms',
    ],
    [
      'FROM a\nHEALTHCHECK --retries=-1 CMD x',
      'dockerfile parse error on line 2: --retries cannot be negative (-1)',
    ],
    [
      'FROM a\nONBUILD ONBUILD RUN x',
      "dockerfile parse error on line 2: Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed",
    ],
    ['FROM a b', 'dockerfile parse error on line 1: FROM requires either one or three arguments'],
    ['ARG A', 'dockerfile contains no stages to build'],
    ['RUN x', 'no build stage in current context'],
  ])('%j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test('ONBUILD triggers are instructions', () => {
    const { program } = read('FROM a\nONBUILD RUN <<E\nx\nE\n');
    const onbuild = program.stages[0]!.instructions[0]!;
    if (onbuild.kind !== 'onbuild') throw new Error(onbuild.kind);
    expect(parseTrigger(onbuild.expression, { start: 7, end: 7 })).toMatchObject({
      kind: 'run',
      lines: { start: 7, end: 7 },
    });
  });
});

describe('build checks', () => {
  test('that need the text alone', () => {
    expect(read('FROM a as B\nfrom a AS b\nRUN x\nMAINTAINER y\nCMD a \\\n\n b\n').warnings).toEqual([
      'NoEmptyContinuation: Empty continuation line (line 7)',
      "StageNameCasing: Stage name 'B' should be lowercase (line 1)",
      "FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 1)",
      "FromAsCasing: 'AS' and 'from' keywords' casing do not match (line 2)",
      'MaintainerDeprecated: Maintainer instruction is deprecated in favor of using label (line 4)',
      'DuplicateStageName: Duplicate stage name "b", stage names should be unique (line 2)',
      "ConsistentInstructionCasing: Command 'from' should match the case of the command majority (uppercase) (line 2)",
    ]);
  });

  test('can be skipped, or be errors', () => {
    const seen: CheckWarning[] = [];
    const lines = { start: 1, end: 1 };
    const skipping = createLinter('skip=JSONArgsRecommended, StageNameCasing', (it) => seen.push(it));
    skipping.warn('StageNameCasing', 'x', lines);
    expect(seen).toEqual([]);
    const strict = createLinter('error=true;skip=all', (it) => seen.push(it));
    strict.warn('StageNameCasing', 'x', lines);
    strict.finish();
    const failing = createLinter('error=true', (it) => seen.push(it));
    failing.warn('StageNameCasing', 'x', lines);
    expect(() => failing.finish()).toThrow('lint violation found for rules: StageNameCasing');
    expect(() => createLinter('x', () => {})).toThrow('invalid check option "x"');
  });
});

test('durations', () => {
  expect(['90s', '1h1m1.5s', '1500ms', '2us', '0'].map(parseDuration)).toEqual([
    90e9, 3661.5e9, 1.5e9, 2000, 0,
  ]);
  expect([90e9, 3661.5e9, 1.5e9, 2000, 0].map(formatDuration)).toEqual([
    '1m30s',
    '1h1m1.5s',
    '1.5s',
    '2µs',
    '0s',
  ]);
  expect(() => parseDuration('5')).toThrow('time: missing unit in duration "5"');
  expect(() => parseDuration('5x')).toThrow('time: unknown unit "x" in duration "5x"');
});

test('excerpts show what is around', () => {
  const text = 'a\nb\nc\nd\ne\nf';
  expect(excerpt('Dockerfile', text, [{ start: 4, end: 4 }])).toBe(
    [
      'Dockerfile:4',
      '--------------------',
      '   2 |     b',
      '   3 |     c',
      '   4 | >>> d',
      '   5 |     e',
      '   6 |     f',
      '--------------------',
    ].join('\n'),
  );
  expect(excerpt('Dockerfile', text, [{ start: 0, end: 0 }])).toBe('');
});

test('suggestions are near, and none for the word itself', () => {
  expect(suggest('COPPY', ['COPY', 'CMD'])).toBe('COPY');
  expect(suggest('copy', ['copy', 'cop'])).toBeUndefined();
  expect(suggest('rum', ['RUN'], false)).toBe('run');
  expect(suggest('xyzzy', ['RUN'])).toBeUndefined();
});
