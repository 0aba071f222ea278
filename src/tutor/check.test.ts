/** Each kind of check: when it holds and when it does not; and replaying. */
import { describe, expect, it } from 'vitest';
import * as states from '../../test/golden/viz/states.ts';
import { encode, sourceOf } from '../base/index.ts';
import type { BuildRecord, StepRecord } from '../builder/index.ts';
import { emptyModel, foldState } from '../model/index.ts';
import {
  checkStep,
  helpNeeded,
  parseLesson,
  replayLesson,
  type Situation,
  type Stage,
  type Step,
} from './index.ts';

const step = (name: string, cached: boolean): StepRecord => ({
  name,
  line: 1,
  key: undefined,
  cached,
  inputs: [],
  reason: '',
  duration: 1,
});
const build: BuildRecord = {
  started: 0,
  completed: 1,
  steps: [step('[2/3] RUN apk update', true), step('[3/3] COPY . /app', false)],
};
const situation: Situation = {
  model: foldState(emptyModel, states.hidden, 0),
  builds: async () => [build],
  file: async (path) =>
    path === 'demo/run.sh' ? { content: '#!/bin/sh\nls\n', executable: true } : undefined,
  commands: [
    { command: '$ docker   exec app2 ls /app', exit: 0 },
    { command: 'docker ps', exit: 1 },
    { command: 'clear; sudo docker container diff app1', exit: 0, model: emptyModel },
  ],
  isFolder: async (path) => path.startsWith('demo'),
  entered: async () => ['demo'],
};

async function holds(check: string): Promise<boolean> {
  const lesson = parseLesson(
    'x',
    new Map([
      ['lesson.yaml', 'title: X\nabout: y\nminutes: 1\n'],
      ['01-a.md', `---\ntitle: A\nchecks:\n  - { say: s, ${check} }\nsolution: []\n---\ntext\n`],
    ]),
  );
  const [result] = await checkStep(lesson.steps[0]!, situation);
  return result!.done;
}

describe('checks', () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ['image: {tag: my-app}', true],
    ['image: {tag: my-app, layers: 3, sameAs: "my-app:v2"}', true],
    ['image: {tag: my-app, layers: 2}', false],
    ['image: {tag: other}', false],
    ['container: {name: app1, state: running, image: my-app}', true],
    ['container: {name: app1, state: exited}', false],
    ['container: {name: app1, state: absent}', false],
    ['container: {name: gone, state: absent}', true],
    ['container: {name: gone}', false],
    ['diff: {container: app1, path: /app/my-app.sh, kind: D}', true],
    ['diff: {container: app1, path: /app/my-app.sh, kind: A}', false],
    ['diff: {container: app2, path: /out.txt}', false],
    ['layer: {instruction: COPY, under: [app1, app2]}', true],
    ['layer: {instruction: COPY, under: [app3]}', false],
    ['layer: {instruction: RUN apt}', false],
    ['built: {cached: [RUN], ran: [COPY]}', true],
    ['built: {cached: [COPY]}', false],
    ['built: {ran: [CMD]}', false],
    ['file: {path: demo/run.sh, executable: true, contains: ls}', true],
    ['file: {path: demo/run.sh, executable: false}', false],
    ['file: {path: demo/run.sh, matches: "^ls$"}', true],
    ['file: {path: nope}', false],
    ['ran: {matches: "^docker exec app2 .*/app", exit: 0}', true],
    ['ran: {matches: "^docker ps", exit: 0}', false],
    ['ran: {matches: "^docker images"}', false],
    ['ran: {matches: "^docker ps", exit: [0, 1]}', true],
    ['ran: {matches: "^docker diff app1", exit: 0}', true],
    ['ran: {matches: "^docker exec", shows: {container: app1, path: /out.txt}}', true],
    // It ran before there was anything to show.
    ['ran: {matches: "^docker diff", shows: {container: app1, path: /out.txt}}', false],
    ['file: {path: demo/run.sh, matches: "^LS$", ignoreCase: true}', true],
    ['folder: {path: demo/sub}', true],
    ['folder: {path: nope}', false],
    ['folder: {path: demo, entered: true}', true],
    ['folder: {path: demo/sub, entered: true}', false],
  ];
  for (const [check, expected] of cases) {
    it(`${check}: ${expected}`, async () => {
      expect(await holds(check)).toBe(expected);
    });
  }
});

describe('helpNeeded', () => {
  const step = (help: string): Step =>
    parseLesson(
      'x',
      new Map([
        ['lesson.yaml', `title: X\nabout: y\nminutes: 1\nhelp:\n  one: { say: s, run: r, ${help} }\n`],
        ['01-a.md', '---\ntitle: A\nchecks: []\nhelp: [one]\nsolution: []\n---\ntext\n'],
      ]),
    ).steps[0]!;
  const cases: readonly (readonly [string, number])[] = [
    ['when: {container: {name: app1, state: running}}', 1],
    ['when: {container: {name: app1, state: exited}}', 0],
    ['unless: {folder: {path: demo, entered: true}}', 0],
    ['unless: {folder: {path: elsewhere, entered: true}}', 1],
    ['when: {image: {tag: my-app}}, unless: {container: {name: app1}}', 0],
  ];
  for (const [help, expected] of cases) {
    it(`${help}: ${expected}`, async () => {
      expect(await helpNeeded(step(help), situation)).toHaveLength(expected);
    });
  }
});

describe('replayLesson', () => {
  const stage = (): Stage => {
    let built = false;
    return {
      async exec(command) {
        if (command.startsWith('docker build')) built = true;
        return { exit: command.startsWith('cat') ? 1 : 0, stdout: '', stderr: '' };
      },
      transport: async ({ path }) => ({
        status: 200,
        headers: {},
        body: sourceOf([
          encode(JSON.stringify(path.endsWith('/state') ? (built ? states.built : states.empty) : [])),
        ]),
      }),
    };
  };
  const lesson = (check: string, solution: string): ReturnType<typeof parseLesson> =>
    parseLesson(
      'x',
      new Map([
        ['lesson.yaml', 'title: X\nabout: y\nminutes: 1\n'],
        [
          '01-a.md',
          `---\ntitle: A\nchecks:\n  - { say: an image, ${check} }\nsolution: ["${solution}"]\n---\n`,
        ],
      ]),
    );

  it('is content with a step that its solution does', async () => {
    const [replayed] = await replayLesson(lesson('image: {tag: my-app}', 'docker build .'), stage());
    expect(replayed).toMatchObject({ step: 'a', ok: true, problems: [] });
  });

  it('finds a step that is done from the beginning', async () => {
    const [replayed] = await replayLesson(lesson('container: {name: x, state: absent}', 'true'), stage());
    expect(replayed!.problems).toEqual(['is done before anything was typed']);
  });

  it('finds a solution that does not do the step', async () => {
    const [replayed] = await replayLesson(lesson('image: {tag: my-app}', 'true'), stage());
    expect(replayed!.problems).toEqual(['is not done after its solution: an image']);
  });
});
