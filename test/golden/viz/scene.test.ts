/**
 * Pictures as golden files: the shapes of the article's states, one a line, so that a change of the
 * picture is a diff to look at. `npx vitest run test/golden/viz -u` writes them anew.
 */
import { describe, expect, it } from 'vitest';
import type { StrataState } from '../../../src/api/index.ts';
import { words } from '../../../src/app/picture-words.ts';
import { emptyModel, foldEvent, foldState, type Model } from '../../../src/model/index.ts';
import {
  type Block,
  gesturesOf,
  meter,
  type Scene,
  type Shape,
  scene,
  treeOf,
} from '../../../src/viz/index.ts';
import * as states from './states.ts';

const WIDE = { width: 1048, height: 510 };
const PHONE = { width: 390, height: 500 };

function modelOf(state: StrataState): Model {
  return foldState(emptyModel, state, 0);
}

function sceneOf(state: StrataState, size = WIDE): Scene {
  return scene(modelOf(state), size, { words, top: 64 });
}

function ofKind<K extends Shape['kind']>(from: Scene, kind: K): Extract<Shape, { kind: K }>[] {
  return from.shapes.filter((shape): shape is Extract<Shape, { kind: K }> => shape.kind === kind);
}

function lines({ shapes, ...frame }: Scene): string {
  const rounded = (value: unknown): string =>
    JSON.stringify(value, (_, it: unknown) => (typeof it === 'number' ? Math.round(it * 10) / 10 : it));
  return `${[rounded(frame), ...shapes.map(rounded)].join('\n')}\n`;
}

describe('golden scenes', () => {
  const named: readonly (readonly [string, StrataState])[] = [
    ['empty', states.empty],
    ['built', states.built],
    ['running', states.running],
    ['hidden', states.hidden],
    ['dozen', states.dozen],
    ['street', states.street],
  ];
  for (const [name, state] of named) {
    it(name, async () => {
      await expect(lines(sceneOf(state))).toMatchFileSnapshot(`recorded/${name}.jsonl`);
    });
  }
  it('street on a phone', async () => {
    await expect(lines(sceneOf(states.street, PHONE))).toMatchFileSnapshot('recorded/street-phone.jsonl');
  });
  it('is the same for the same state', () => {
    expect(lines(sceneOf(states.street))).toBe(lines(sceneOf(states.street)));
  });
});

describe('what a scene promises', () => {
  const all = [states.built, states.running, states.hidden, states.dozen, states.street];

  it('carries exact bytes: blocks and slabs sum to the disk', () => {
    for (const state of all) {
      const model = modelOf(state);
      const { shapes } = sceneOf(state);
      let sum = 0;
      for (const shape of shapes) if ('bytes' in shape) sum += shape.bytes;
      expect(sum).toBe(model.disk.onDisk);
      expect(meter(model).onDisk).toBe(sum);
    }
  });

  it('draws each layer once', () => {
    for (const state of all) {
      const blocks = ofKind(sceneOf(state), 'block').map((block) => block.id);
      expect(blocks.length).toBe(new Set(blocks).size);
      expect(new Set(blocks)).toEqual(new Set(state.layers.map((layer) => layer.chainId)));
    }
  });

  it('stands every layer on its parent, within its width', () => {
    for (const size of [WIDE, PHONE, { width: 280, height: 300 }]) {
      const picture = sceneOf(states.street, size);
      const blocks = new Map(ofKind(picture, 'block').map((block) => [block.id, block]));
      for (const block of blocks.values()) {
        const parent = block.parent ? blocks.get(block.parent) : undefined;
        if (!parent) {
          expect(block.y + block.h).toBe(picture.ground);
          continue;
        }
        expect(block.y + block.h).toBeLessThanOrEqual(parent.y);
        expect(block.x).toBeGreaterThanOrEqual(parent.x - 0.1);
        expect(block.x + block.w).toBeLessThanOrEqual(parent.x + parent.w + 0.2);
      }
    }
  });

  it('never lets siblings overlap', () => {
    for (const size of [WIDE, PHONE]) {
      const blocks = ofKind(sceneOf(states.street, size), 'block');
      for (const a of blocks) {
        for (const b of blocks) {
          if (a === b || a.parent !== b.parent || a.x > b.x) continue;
          expect(a.x + a.w).toBeLessThanOrEqual(b.x);
        }
      }
    }
  });

  it('stays in its frame where it can', () => {
    for (const state of all) {
      const picture = sceneOf(state);
      expect([picture.width, picture.height]).toEqual([WIDE.width, WIDE.height]);
      for (const shape of picture.shapes) {
        expect(shape.y, shape.id).toBeGreaterThanOrEqual(0);
        expect(shape.x + shape.w, shape.id).toBeLessThanOrEqual(WIDE.width);
      }
    }
  });

  it('makes sixteen times the bytes twice as high', () => {
    const height = (size: number): number => {
      const layer = states.layer('x', undefined, { size, origin: 'run', createdBy: 'RUN x', minute: 1 });
      const state = { version: 1, layers: [layer], images: [], containers: [] };
      const [block] = ofKind(scene(modelOf(state), WIDE, { words, k: 1.2 }), 'block') as [Block];
      return block.h;
    };
    expect(height(16e6) / height(1e6)).toBeCloseTo(2, 1);
  });

  it('lets a whiteout fall in its own column, down to the layer that it hides', () => {
    const picture = sceneOf(states.hidden);
    const [shadow] = ofKind(picture, 'shadow');
    const slab = ofKind(picture, 'slab').find((one) => one.id === shadow!.slab)!;
    const block = ofKind(picture, 'block').find((one) => one.id === states.copy.chainId)!;
    expect(ofKind(picture, 'shadow')).toHaveLength(1);
    expect(shadow!.x).toBeGreaterThanOrEqual(slab.x);
    expect(shadow!.x + shadow!.w).toBeLessThanOrEqual(slab.x + slab.w + 5);
    expect(shadow!.y + shadow!.h).toBe(block.y + block.h);
  });

  it('flies two tags of one image from one pole', () => {
    const picture = sceneOf(states.running);
    expect(ofKind(picture, 'pole')).toHaveLength(1);
    expect(new Set(ofKind(picture, 'flag').map((flag) => flag.x)).size).toBe(1);
  });

  it('is a tree for those who do not see it', () => {
    const items = treeOf(sceneOf(states.hidden));
    expect(items.map((item) => [item.level, item.title])).toEqual([
      [
        1,
        'ADD alpine-minirootfs-3.22.2-x86_64.tar.gz /, 5.6 MB, layer 1 of 3, shared by image my-app and 2 containers; 1 instruction without a layer: CMD ["/bin/sh"]',
      ],
      [2, 'RUN apk update, 2.15 MB, layer 2 of 3, shared by image my-app and 2 containers'],
      [
        3,
        'COPY . /app, 176 B, layer 3 of 3, shared by image my-app and 2 containers; 1 instruction without a layer: CMD ["/app/my-app.sh"]',
      ],
      [4, 'image my-app:latest, my-app:v2'],
      [4, 'container app1, running, 6 B in its thin layer, hides /app/my-app.sh'],
      [4, 'container app2, running, 0 B in its thin layer'],
    ]);
  });

  it('draws an image without layers on the ground', () => {
    const bare = states.image(
      'bare',
      ['bare:latest'],
      [],
      [{ created_by: 'CMD ["x"]', empty_layer: true }],
      1,
    );
    const state = {
      version: 1,
      layers: [],
      images: [bare],
      containers: [states.container('none', bare, 2)],
    };
    const picture = sceneOf(state);
    expect(ofKind(picture, 'pole')[0]!.y + ofKind(picture, 'pole')[0]!.h).toBe(picture.ground);
    expect(ofKind(picture, 'slab')[0]!.y + ofKind(picture, 'slab')[0]!.h).toBe(picture.ground);
  });
});

describe('what is being made', () => {
  const vertex = (name: string, rest: object): object => ({
    digest: `sha256:${name}`,
    inputs: [],
    name,
    cached: false,
    ...rest,
  });
  const during = (state: StrataState, vertexes: readonly object[]): Scene => {
    const model = foldEvent(
      modelOf(state),
      { type: 'build', build: 'b', status: { vertexes, statuses: [], warnings: [] } as never },
      0,
    );
    return scene(model, WIDE, { words, top: 64 });
  };

  it('is outlined on the layer that it will stand on', () => {
    const picture = during(states.running, [
      vertex('[1/3] FROM docker.io/library/alpine', { started: 1, completed: 2, cached: true }),
      vertex('[2/3] RUN apk update', { started: 1, completed: 2, cached: true }),
      vertex('[3/3] COPY . /app2', { started: 3 }),
    ]);
    const [outline] = ofKind(picture, 'outline');
    const below = ofKind(picture, 'block').find((block) => block.id === states.update.chainId)!;
    expect(outline!.origin).toBe('copy');
    expect(outline!.x).toBeGreaterThanOrEqual(below.x);
    expect(outline!.x + outline!.w).toBeLessThanOrEqual(below.x + below.w + 0.2);
    expect(outline!.y + 24).toBe(below.y);
  });

  it('is not drawn where its place is in doubt', () => {
    const picture = during(states.running, [
      vertex('[1/3] FROM docker.io/library/alpine', { started: 1, completed: 2 }),
      vertex('[2/3] RUN something else', { started: 1, completed: 2 }),
      vertex('[3/3] COPY . /app', { started: 3 }),
    ]);
    expect(ofKind(picture, 'outline')).toEqual([]);
  });

  it("is not drawn for the build's own steps, before there are others", () => {
    const picture = during(states.built, [
      vertex('[internal] load build definition from Dockerfile', { started: 1, completed: 2 }),
      vertex('[internal] load metadata for docker.io/library/alpine', { started: 1 }),
    ]);
    expect(ofKind(picture, 'outline')).toEqual([]);
  });

  it('stands on the ground while the base image comes', () => {
    const picture = during(states.empty, [vertex('[1/2] FROM docker.io/library/alpine', { started: 1 })]);
    expect(ofKind(picture, 'outline')[0]!.id).toContain('pending:step');
  });
});

describe('gestures', () => {
  const build = (cached: boolean): Model => {
    const vertex = (name: string, rest: object): object => ({
      digest: name,
      inputs: [],
      name,
      started: 1,
      ...rest,
    });
    const names = ['[1/3] FROM docker.io/library/alpine', '[2/3] RUN apk update', '[3/3] COPY . /app'];
    const event = (rest: object): never =>
      ({
        type: 'build',
        build: 'b',
        status: { vertexes: names.map((name) => vertex(name, rest)), statuses: [] },
      }) as never;
    const during = foldEvent(modelOf(states.built), event({ cached: false }), 0);
    return foldEvent(during, event({ cached, completed: 2 }), 1000);
  };

  it('light what came from the cache, upwards', () => {
    const [gesture] = gesturesOf(modelOf(states.built), build(true));
    expect(gesture).toEqual({
      kind: 'light',
      ids: [states.alpine.chainId, states.update.chainId, states.copy.chainId],
    });
    expect(gesturesOf(modelOf(states.built), build(false))).toEqual([]);
  });

  it('lift a slab for a copy-up, from the layer that holds the file', () => {
    const before = modelOf(states.running);
    const { id } = before.containers[0]!;
    const after = foldEvent(
      before,
      { type: 'trace', container: id, events: [{ kind: 'copy-up', path: '/etc/motd', bytes: 5, layer: 2 }] },
      0,
    );
    expect(gesturesOf(before, after)).toEqual([
      { kind: 'copy-up', slab: `container:${id}`, from: states.alpine.chainId },
    ]);
  });
});
