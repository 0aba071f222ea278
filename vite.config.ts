import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

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

/** Writes sw.js, with the list of what it keeps, and prompt.json. */
function offline(): Plugin {
  return {
    name: 'strata:offline',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const entries = new Map<string, string>();
      for (const file of publicFiles()) {
        const isStock = /^(registry|packages)\//.test(file);
        if (isStock && !LESSON_FILES.some((pattern) => pattern.test(file))) continue;
        entries.set(file, digestOf(readFileSync(path.join(root, 'public', file))));
      }
      for (const [name, file] of Object.entries(bundle)) {
        const content = file.type === 'chunk' ? file.code : file.source;
        entries.set(name === 'index.html' ? '' : name, digestOf(content));
      }
      const list = [...entries]
        .map(([url, digest]) => ({ url, digest }))
        .sort((a, b) => (a.url < b.url ? -1 : 1));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: await serviceWorker(list) });
      this.emitFile({
        type: 'asset',
        fileName: 'prompt.json',
        source: JSON.stringify(beforePrompt(), null, 1),
      });
    },
  };
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

function publicFiles(folder = ''): string[] {
  const full = path.join(root, 'public', folder);
  if (!existsSync(full)) return [];
  return readdirSync(full).flatMap((name) => {
    const file = folder ? `${folder}/${name}` : name;
    return statSync(path.join(root, 'public', file)).isDirectory() ? publicFiles(file) : [file];
  });
}

function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Relative addresses: the build works under any path of any static host. */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [recordChunks(), offline()],
  worker: { format: 'es', plugins: () => [recordChunks()] },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    // Our folders' front doors only re-export: what is not used of them is not loaded.
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: (id) => !id.includes('/src/') || /\.css|main\.ts|worker\.ts|sw\.ts/.test(id),
      },
    },
  },
});
