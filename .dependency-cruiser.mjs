/** The layering rules, made from scripts/ranks.mjs: lower ranks only, and only through index.ts. */
import { ranks } from './scripts/ranks.mjs';

const folders = ranks.flatMap((names, rank) => names.map((name) => ({ name, rank })));

/** One library, one place (DESIGN.md §1). */
const HOMES = {
  viz: ['d3-selection', 'd3-transition', 'd3-ease'],
  terminal: ['@xterm/xterm', '@xterm/addon-fit', '@xterm/addon-web-links'],
  app: ['zustand', 'preact'],
  store: ['idb-keyval'],
  base: ['@noble/hashes'],
};

const layering = folders.map(({ name, rank }) => ({
  name: `layers-${name}`,
  comment: `src/${name} has rank ${rank}: it imports lower ranks only`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: {
    path: `^src/(${
      folders
        .filter((other) => other.rank >= rank && other.name !== name)
        .map((other) => other.name)
        .join('|') || '-'
    })/`,
  },
}));

const homes = Object.entries(HOMES).map(([home, packages]) => ({
  name: `home-of-${home}`,
  comment: `only src/${home} imports ${packages.join(', ')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${home}/|\\.test\\.tsx?$` },
  to: { path: `node_modules/(${packages.join('|')})/` },
}));

export default {
  forbidden: [
    ...layering,
    ...homes,
    {
      name: 'front-door',
      comment: "another folder's files are reached through its index.ts",
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/([^/]+)/.+', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'node-only-in-node',
      comment: 'ranks 0–11 run in browsers and in Node',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/node/|\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      comment: "a shell's commands hold words that hold commands: there the circle is the grammar's",
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/sh/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What scripts/guest-plugin.mjs makes of a file has no file of its own.
    exclude: { path: '\\.test\\.tsx?$|\\.css$|^virtual:|\\?(packed|bundled)$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'default'],
    },
  },
};
