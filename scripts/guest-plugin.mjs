/**
 * For the three bundlers alike (Vite, Vitest, rolldown for Node): `?packed` is a file in base64,
 * `?bundled` a script of a file and what it imports, both as texts.
 *
 * In a script of ours they need no address, work from any folder and under any policy of content, and
 * the service worker keeps them as it keeps our scripts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const require = createRequire(import.meta.url);
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** Names that no bundler takes for a package's file, which it may leave where it is. */
const nameOf = (file, query) => `strata-guest-${query}-${path.basename(file)}.js`;

export function guestAssets() {
  const files = new Map();
  return {
    name: 'strata:guest',
    enforce: 'pre',
    resolveId(source, importer) {
      const [file, query] = source.split('?');
      if (query !== 'packed' && query !== 'bundled') return null;
      const full = file.startsWith('.') ? path.resolve(path.dirname(importer), file) : require.resolve(file);
      const id = nameOf(full, query);
      files.set(id, { file: full, query });
      return id;
    },
    async load(id) {
      if (!files.has(id)) return null;
      const { file, query } = files.get(id);
      const text = query === 'packed' ? pack(file) : await bundle(file, this);
      return { code: `export default ${JSON.stringify(text)};`, moduleType: 'js' };
    },
  };
}

const pack = (file) => gzipSync(readFileSync(file), { level: 9 }).toString('base64');

/** Names stay: errors and `util.inspect` show them. */
const minify = { compress: true, mangle: false, codegen: { removeWhitespace: true } };

/** What packages ask of Node, and what answers that: a folder's `aliases.json`, from there or of a package. */
function aliasesOf(folder) {
  const list = path.join(folder, 'aliases.json');
  if (!existsSync(list)) return {};
  return Object.fromEntries(
    Object.entries(JSON.parse(readFileSync(list, 'utf8'))).map(([name, target]) => [
      name,
      target.startsWith('.') ? path.resolve(folder, target) : require.resolve(target),
    ]),
  );
}

async function bundle(file, context) {
  const alias = aliasesOf(path.dirname(file));
  const resolve = { mainFields: ['module', 'main'], alias };
  const build = await rolldown({
    input: file,
    cwd: root,
    platform: 'neutral',
    tsconfig: false,
    resolve,
    treeshake: { moduleSideEffects: () => true },
  });
  const { output } = await build.generate({ format: 'iife', name: 'library', minify, exports: 'default' });
  for (const module of output[0].moduleIds) context.addWatchFile?.(module);
  await build.close();
  return `(function () { ${output[0].code}; return library; })()`;
}
