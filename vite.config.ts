import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { guestAssets } from './scripts/guest-plugin.mjs';

const root = import.meta.dirname;

/** What the first lesson fetches, so that even a first build works without a network. */
const LESSON_FILES = [
  /^registry\/v2\/library\/(alpine|hello-world)\//,
  /^packages\/alpine\/.*\/APKINDEX\.tar\.gz$/,
];

type Chunks = Map<string, { readonly modules: readonly string[]; readonly imports: readonly string[] }>;

/** Chunks of page and workers as they are written, for `dist/prompt.json`. */
const chunks: Chunks = new Map();

/** Modules, page's and workers', that run before the prompt (the engine starts after it): their chunks are weighed (scripts/size.mjs). */
const BEFORE_PROMPT = [
  /\/index\.html$/,
  /\/src\/app\/(main|worker|laptop-role)\.ts$/,
  /\/src\/sandbox\/programs\.ts$/,
  /\/src\/sh\/index\.ts$/,
];

function recordChunks(): Plugin {
  return {
    name: 'strata:chunks',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') chunks.set(file.fileName, describe(file));
      }
    },
  };
}

function describe(chunk: Rolldown.OutputChunk): { modules: string[]; imports: string[] } {
  const modules = chunk.facadeModuleId ? [chunk.facadeModuleId] : [];
  const css = [
    ...((chunk as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata?.importedCss ?? []),
  ];
  return { modules, imports: [...chunk.imports, ...css] };
}

/** Writes sw.js, with the list of what it keeps, and prompt.json; from the files as they were written. */
function offline(): Plugin {
  return {
    name: 'strata:offline',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir = 'dist' }) {
      const list = filesUnder(dir)
        // The picture of the page is for those who link here.
        .filter((file) => !/^(sw\.js|prompt\.json|strata\.png)$/.test(file))
        .filter((file) => !/^(registry|packages)\//.test(file) || isForLesson(file))
        .sort()
        .map((file) => ({
          url: file === 'index.html' ? '' : file,
          digest: createHash('sha256')
            .update(readFileSync(path.join(dir, file)))
            .digest('hex'),
        }));
      writeFileSync(path.join(dir, 'sw.js'), await serviceWorker(list));
      writeFileSync(path.join(dir, 'prompt.json'), JSON.stringify(beforePrompt(), null, 1));
    },
  };
}

function isForLesson(file: string): boolean {
  return LESSON_FILES.some((pattern) => pattern.test(file));
}

async function serviceWorker(list: readonly { url: string; digest: string }[]): Promise<string> {
  const bundle = await rolldown({
    input: path.join(root, 'src/app/sw.ts'),
    transform: { define: { PRECACHE: JSON.stringify(list) } },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  return output[0].code;
}

function beforePrompt(): string[] {
  const files = new Set<string>();
  const add = (name: string): void => {
    if (files.has(name)) return;
    files.add(name);
    for (const imported of chunks.get(name)?.imports ?? []) add(imported);
  };
  for (const [name, chunk] of chunks) {
    if (chunk.modules.some((module) => BEFORE_PROMPT.some((pattern) => pattern.test(module)))) add(name);
  }
  return [...files].sort();
}

function filesUnder(folder: string, below = ''): string[] {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const file = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesUnder(folder, file) : [file];
  });
}

/** Our folders' front doors only re-export: what is not used of them is not loaded. */
const treeshake = {
  moduleSideEffects: (id: string): boolean =>
    !id.includes('/src/') || /(\.css|\/(main|worker|sw)\.ts)(\?|$)/.test(id),
};

/** Relative addresses: the build works under any path of any static host. */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [guestAssets(), recordChunks(), offline()],
  worker: { format: 'es', plugins: () => [guestAssets(), recordChunks()], rolldownOptions: { treeshake } },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { treeshake },
  },
});
