/**
 * The engine's states along the article, as the engine tells them, for pictures and page tests.
 *
 * Sizes, times and words are those of the real thing's order; ids are made from their names.
 */
import type {
  StrataContainer,
  StrataImage,
  StrataLayer,
  StrataState,
  UpperEntry,
} from '../../../src/api/index.ts';
import { type Digest, digestSync } from '../../../src/base/index.ts';

const START = Date.UTC(2026, 10, 24, 8, 0, 0);

export function layer(
  name: string,
  parent: StrataLayer | undefined,
  options: { size: number; origin: StrataLayer['origin']; createdBy: string; minute: number },
): StrataLayer {
  return {
    chainId: digestSync(`chain ${parent?.chainId ?? ''} ${name}`),
    ...(parent ? { parent: parent.chainId } : {}),
    diffId: digestSync(`diff ${name}`),
    size: options.size,
    origin: options.origin,
    createdBy: options.createdBy,
    created: START + options.minute * 60_000,
  };
}

const ADD = 'ADD alpine-minirootfs-3.22.2-x86_64.tar.gz / # buildkit';
const cmd = (text: string): StrataImage['history'][number] => ({
  created_by: `CMD ${text}`,
  comment: 'buildkit.dockerfile.v0',
  empty_layer: true,
});
const by = (one: StrataLayer): StrataImage['history'][number] => ({ created_by: one.createdBy });

export const alpine = layer('alpine', undefined, {
  size: 5_600_000,
  origin: 'base',
  createdBy: ADD,
  minute: 0,
});
export const update = layer('apk update', alpine, {
  size: 2_150_000,
  origin: 'run',
  createdBy: 'RUN /bin/sh -c apk update # buildkit',
  minute: 1,
});
export const copy = layer('copy', update, {
  size: 176,
  origin: 'copy',
  createdBy: 'COPY . /app # buildkit',
  minute: 2,
});

export function image(
  name: string,
  tags: readonly string[],
  layers: readonly StrataLayer[],
  history: StrataImage['history'],
  minute: number,
  hidden = false,
): StrataImage {
  return {
    id: digestSync(`image ${name}`),
    tags,
    layers: layers.map((one) => one.chainId),
    history,
    created: START + minute * 60_000,
    size: layers.reduce((sum, one) => sum + one.size, 0),
    hidden,
  };
}

const alpineHistory = [by(alpine), cmd('["/bin/sh"]')];
export const myApp = (tags: readonly string[]): StrataImage =>
  image(
    'my-app',
    tags,
    [alpine, update, copy],
    [...alpineHistory, by(update), by(copy), cmd('["/app/my-app.sh"]')],
    2,
  );

export function container(
  name: string,
  of: StrataImage,
  minute: number,
  options: { state?: StrataContainer['state']; upper?: readonly UpperEntry[] } = {},
): StrataContainer {
  const top: Digest | undefined = of.layers.at(-1);
  const upper = options.upper ?? [];
  return {
    id: digestSync(`container ${name}`).slice('sha256:'.length),
    name,
    image: of.id,
    ...(top ? { top } : {}),
    state: options.state ?? 'running',
    exitCode: options.state === 'exited' ? 137 : 0,
    created: START + minute * 60_000,
    upperSize: upper.reduce((sum, entry) => sum + (entry.kind === 'D' ? 0 : entry.size), 0),
    upper,
  };
}

const both = myApp(['my-app:latest', 'my-app:v2']);
const twoLayers = [alpine, update, copy];
const changed: readonly UpperEntry[] = [
  { path: '/out.txt', kind: 'A', size: 6 },
  { path: '/app/my-app.sh', kind: 'D', size: 0, from: copy.chainId },
];

const state = (
  version: number,
  layers: readonly StrataLayer[],
  images: readonly StrataImage[],
  containers: readonly StrataContainer[],
): StrataState => ({ version, layers, images, containers });

export const empty = state(0, [], [], []);
export const built = state(1, twoLayers, [myApp(['my-app:latest'])], []);
export const running = state(2, twoLayers, [both], [container('app1', both, 3), container('app2', both, 4)]);
export const hidden = state(
  3,
  twoLayers,
  [both],
  [container('app1', both, 3, { upper: changed }), container('app2', both, 4)],
);
export const dozen = state(
  4,
  twoLayers,
  [both],
  Array.from({ length: 12 }, (_, index) =>
    container(`worker-${index + 1}`, both, 5 + index, index % 4 === 3 ? { state: 'exited' } : {}),
  ),
);

const node = layer('apk add nodejs', alpine, {
  size: 48_000_000,
  origin: 'run',
  createdBy: 'RUN /bin/sh -c apk add nodejs # buildkit',
  minute: 20,
});
const pkg = layer('copy package', node, {
  size: 1240,
  origin: 'copy',
  createdBy: 'COPY package.json package-lock.json ./ # buildkit',
  minute: 21,
});
const npm = layer('npm ci', pkg, {
  size: 12_000_000,
  origin: 'run',
  createdBy: 'RUN /bin/sh -c npm ci # buildkit',
  minute: 22,
});
const source = layer('copy source', npm, {
  size: 34_100,
  origin: 'copy',
  createdBy: 'COPY . . # buildkit',
  minute: 23,
});
const jammy = layer('ubuntu', undefined, {
  size: 77_000_000,
  origin: 'base',
  createdBy: '/bin/sh -c #(nop) ADD file:ubuntu-jammy-oci-amd64-root.tar.gz in / ',
  minute: 24,
});
const hello = layer('hello', undefined, {
  size: 2000,
  origin: 'copy',
  createdBy: 'COPY hello / # buildkit',
  minute: 25,
});
const web = image(
  'web',
  ['web:latest'],
  [alpine, node, pkg, npm, source],
  [...alpineHistory, by(node), by(pkg), by(npm), by(source)],
  23,
);
const plain = image('alpine', ['alpine:latest'], [alpine], alpineHistory, 0);

/** The design's picture 01. */
export const street = state(
  5,
  [alpine, update, copy, node, pkg, npm, source, jammy, hello],
  [
    plain,
    both,
    web,
    image('ubuntu', ['ubuntu:22.04'], [jammy], [by(jammy)], 24),
    image('hello', ['hello:latest'], [hello], [by(hello)], 25),
  ],
  [
    container('old', plain, 1, { state: 'exited', upper: [{ path: '/note', kind: 'A', size: 12 }] }),
    container('app1', both, 3, { upper: changed }),
    container('app2', both, 4),
    container('web1', web, 26, { upper: [{ path: '/srv/cache', kind: 'A', size: 4100 }] }),
  ],
);
