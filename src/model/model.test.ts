/** The fold: forest, seams, sharers, twins, disk use, what happened; and watching over a transport. */
import { describe, expect, it } from 'vitest';
import * as states from '../../test/golden/viz/states.ts';
import type { StrataState, Transport } from '../api/index.ts';
import { createPipe, encode, sourceOf } from '../base/index.ts';
import {
  emptyModel,
  foldEvent,
  foldState,
  instructionOf,
  type Model,
  watchModel,
  withoutImage,
} from './index.ts';

const fold = (state: StrataState, before = emptyModel): Model => foldState(before, state, 1000);

describe('forest', () => {
  it('stands layers on their parents, by ChainID', () => {
    const { roots, layers } = fold(states.street);
    expect(roots.map((root) => root.instruction.op)).toEqual(['ADD', 'ADD', 'COPY']);
    expect(roots[0]!.children.map((child) => child.instruction.text)).toEqual([
      'apk update',
      'apk add nodejs',
    ]);
    expect(layers.get(states.copy.chainId)!.depth).toBe(3);
  });

  it('lays metadata on the layer that was on top, once', () => {
    const { layers } = fold(states.street);
    const seams = (id: string): string[] =>
      layers.get(id as never)!.seams.map((seam) => `${seam.op} ${seam.text}`);
    expect(seams(states.alpine.chainId)).toEqual(['CMD ["/bin/sh"]']);
    expect(seams(states.copy.chainId)).toEqual(['CMD ["/app/my-app.sh"]']);
    expect(seams(states.update.chainId)).toEqual([]);
  });

  it('knows all that stands on a layer', () => {
    const base = fold(states.street).layers.get(states.alpine.chainId)!;
    expect(base.sharers.images).toHaveLength(3);
    expect(base.sharers.containers.map((container) => container.name).sort()).toEqual([
      'app1',
      'app2',
      'old',
      'web1',
    ]);
  });

  it('marks the same DiffID under another parent', () => {
    const one = states.layer('same', undefined, { size: 1, origin: 'run', createdBy: 'RUN x', minute: 1 });
    const other = {
      ...states.layer('same', states.alpine, { size: 1, origin: 'run', createdBy: 'RUN x', minute: 2 }),
      diffId: one.diffId,
    };
    const { layers } = fold({ version: 1, layers: [states.alpine, one, other], images: [], containers: [] });
    expect(layers.get(one.chainId)!.twins).toEqual([other.chainId]);
  });

  it('counts the disk as docker system df does, and what sharing saves', () => {
    const { disk } = fold(states.running);
    expect(disk.onDisk).toBe(5_600_000 + 2_150_000 + 176);
    expect(disk.unshared).toBe(3 * disk.onDisk);
  });

  it('says what would be left without an image', () => {
    const model = fold(states.street);
    const web = model.images.find((image) => image.tags.includes('web:latest'))!;
    expect(model.disk.onDisk - withoutImage(model, web.id)).toBe(
      48_000_000 + 1240 + 12_000_000 + 34_100 + 4100,
    );
  });
});

describe('instructionOf', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['RUN /bin/sh -c apk update # buildkit', 'RUN', 'apk update'],
    ['RUN |2 A=1 B=2 /bin/sh -c echo $A # buildkit', 'RUN', 'echo $A'],
    ['COPY . /app # buildkit', 'COPY', '. /app'],
    ['/bin/sh -c #(nop)  CMD ["/bin/sh"]', 'CMD', '["/bin/sh"]'],
    ['/bin/sh -c apk add x', 'RUN', 'apk add x'],
    ['CMD ["/app/my-app.sh"]', 'CMD', '["/app/my-app.sh"]'],
    ['RUN echo \u001b[31m\n  x', 'RUN', 'echo [31m x'],
    ['', '', ''],
  ];
  for (const [text, op, rest] of cases) {
    it(JSON.stringify(text), () => {
      expect(instructionOf(text)).toEqual({ op, text: rest });
    });
  }
});

describe('what happened', () => {
  it('is nothing at the first answer', () => {
    expect(fold(states.street).happenings).toEqual([]);
  });

  it('tells layers, names and containers in their order', () => {
    const model = fold(states.running, fold(states.empty));
    expect(model.happenings.map((one) => one.kind)).toEqual([
      'layer',
      'layer',
      'layer',
      'tagged',
      'tagged',
      'started',
      'started',
    ]);
  });

  it('merges traces of one kind and container', () => {
    let model = fold(states.running);
    const { id } = model.containers[0]!;
    for (let index = 0; index < 3; index++) {
      model = foldEvent(
        model,
        { type: 'trace', container: id, events: [{ kind: 'write', path: `/f${index}`, bytes: 2 }] },
        1000 + index,
      );
    }
    expect(model.happenings).toHaveLength(1);
    expect(model.happenings[0]).toMatchObject({
      kind: 'wrote',
      container: 'app1',
      bytes: 6,
      paths: ['/f0', '/f1', '/f2'],
    });
  });

  it('leaves the model alone where nothing changed', () => {
    const model = fold(states.running);
    expect(fold(states.running, model)).toBe(model);
    expect(foldEvent(model, { type: 'state', version: 9 }, 0)).toBe(model);
  });
});

describe('watchModel', () => {
  it('asks, listens, and asks again when told', async () => {
    const events = createPipe();
    let state: StrataState = states.built;
    let asked = 0;
    const transport: Transport = async ({ path }) => {
      if (path === '/strata/v1/events') return { status: 200, headers: {}, body: events.source };
      asked += 1;
      return { status: 200, headers: {}, body: sourceOf([encode(JSON.stringify(state))]) };
    };
    const seen: Model[] = [];
    const watch = watchModel(transport, (model) => seen.push(model), { debounce: 5 });
    await expect.poll(() => seen.at(-1)?.version).toBe(1);
    state = states.running;
    const line = `${JSON.stringify({ type: 'state', version: 2 })}\n`;
    // In two pieces, and three times: one question.
    await events.sink.write(encode(line.slice(0, 7)));
    await events.sink.write(encode(line.slice(7) + line + line));
    await expect.poll(() => seen.at(-1)?.containers.length).toBe(2);
    expect(asked).toBe(2);
    watch.close();
  });

  it('says when the engine has no such routes, and stops asking', async () => {
    let asked = 0;
    const transport: Transport = async () => {
      asked += 1;
      return { status: 404, headers: {}, body: sourceOf([]) };
    };
    const gone = new Promise<void>((resolve) => {
      watchModel(transport, () => {}, { onUnavailable: resolve });
    });
    await gone;
    expect(asked).toBe(2);
  });

  it('comes back after a broken connection', async () => {
    let tries = 0;
    const transport: Transport = async ({ path }) => {
      if (path === '/strata/v1/events' && tries++ === 0) throw new Error('gone');
      if (path === '/strata/v1/events') return { status: 200, headers: {}, body: createPipe().source };
      return { status: 200, headers: {}, body: sourceOf([encode(JSON.stringify(states.built))]) };
    };
    const seen: Model[] = [];
    const watch = watchModel(transport, (model) => seen.push(model), { retry: 5 });
    await expect.poll(() => seen.length).toBe(1);
    watch.close();
  });
});

describe('thin layers', () => {
  it('are folded although the engine state is the same', () => {
    const before = fold(states.running);
    const after = fold({ ...states.hidden, version: states.running.version }, before);
    expect(after.containers[0]!.upper).toHaveLength(2);
  });

  it('remember which layer a whiteout hides, as traced', () => {
    const before = fold(states.running);
    const { id } = before.containers[0]!;
    const traced = foldEvent(
      before,
      { type: 'trace', container: id, events: [{ kind: 'whiteout', path: '/bin/ls', layer: 2 }] },
      0,
    );
    const state: StrataState = {
      ...states.running,
      version: 9,
      containers: states.running.containers.map((container) => ({
        ...container,
        upper: [{ path: '/bin/ls', kind: 'D', size: 0 }],
      })),
    };
    const [app1, app2] = fold(state, traced).containers;
    expect(app1!.upper[0]!.from).toBe(states.alpine.chainId);
    expect(app2!.upper[0]!.from).toBeUndefined();
  });
});
