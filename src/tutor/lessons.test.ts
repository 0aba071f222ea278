/** Every lesson in /lessons parses, and the first one is what the first visit says it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseLesson } from './index.ts';

const root = join(import.meta.dirname, '../../lessons');

function readLesson(slug: string): ReturnType<typeof parseLesson> {
  const folder = join(root, slug);
  return parseLesson(
    slug,
    new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  );
}

describe('lessons', () => {
  for (const slug of readdirSync(root)) {
    it(`${slug} parses, and each step has checks, hints and a solution`, () => {
      const lesson = readLesson(slug);
      for (const step of lesson.steps) {
        expect(step.checks.length, step.id).toBeGreaterThan(0);
        expect(step.hints.length, step.id).toBeGreaterThan(0);
        expect(step.solution.length, step.id).toBeGreaterThan(0);
      }
    });
  }

  it('the first one has the title and 14 steps, as the first visit says', () => {
    const { title, steps } = readLesson('how-images-work');
    expect([title, steps.length]).toEqual(['How Docker images work', 14]);
  });
});

describe('the first lesson accepts what does the same', () => {
  const patterns = (step: number): RegExp[] =>
    readLesson('how-images-work').steps[step - 1]!.checks.map((check) => {
      const { matches, ignoreCase } = check.argument as { matches?: string; ignoreCase?: boolean };
      return new RegExp(matches ?? '$^', ignoreCase ? 'im' : 'm');
    });
  const cases: readonly (readonly [step: number, text: string, accepted: boolean])[] = [
    [1, 'from alpine\nrun apk update\ncopy . /app\ncmd ["x"]\n', true],
    [1, '# mine\n  FROM --platform=linux/amd64 docker.io/library/alpine:3.22\nRUN x\nCOPY a b\nCMD c', true],
    [1, 'FROM busybox\nRUN x', false],
    [12, 'docker exec -w / app2 ls app', true],
    [12, 'docker exec app2 cat /app/my-app.sh', true],
    [12, 'docker exec app2 ls /', false],
    [12, 'docker exec app1 ls /app', false],
    [13, 'docker ps -as', true],
    [13, 'docker ps --size --no-trunc', true],
    [13, 'docker ps -a', false],
  ];
  for (const [step, text, accepted] of cases) {
    it(`${step}: ${JSON.stringify(text)}: ${accepted}`, () => {
      expect(patterns(step).some((pattern) => pattern.test(text))).toBe(accepted);
    });
  }
});

describe('parseLesson says what is wrong, and where', () => {
  const lesson = (step: string): ReturnType<typeof parseLesson> =>
    parseLesson(
      'x',
      new Map([
        ['lesson.yaml', 'title: X\nabout: y\nminutes: 1\n'],
        ['01-a.md', step],
      ]),
    );
  const cases: readonly (readonly [string, string, string])[] = [
    ['no front matter', 'Hello', 'x/01-a.md: does not begin with front matter'],
    [
      'an unknown check',
      '---\ntitle: A\nchecks:\n  - say: s\n    nope: {}\nsolution: []\n---\n',
      'no check is called nope',
    ],
    [
      'two checks in one',
      '---\ntitle: A\nchecks:\n  - say: s\n    ran: {matches: a}\n    image: {tag: b}\nsolution: []\n---\n',
      'needs exactly one of',
    ],
    [
      'a bad pattern',
      '---\ntitle: A\nchecks:\n  - say: s\n    ran: {matches: "("}\nsolution: []\n---\n',
      'checks.0.ran: matches: is no regular expression',
    ],
    [
      'an unknown member',
      '---\ntitle: A\nchecks:\n  - say: s\n    image: {tga: b}\nsolution: []\n---\n',
      'checks.0.image',
    ],
    [
      'help that there is not',
      '---\ntitle: A\nchecks: []\nhelp: [nope]\nsolution: []\n---\n',
      'lesson.yaml has none called nope',
    ],
    ['no solution', '---\ntitle: A\nchecks: []\n---\n', 'solution'],
    ['broken YAML', '---\ntitle: [\n---\n', 'x/01-a.md'],
  ];
  for (const [name, step, message] of cases) {
    it(name, () => {
      expect(() => lesson(step)).toThrow(message);
    });
  }
});
