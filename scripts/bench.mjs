/** `npm run bench [-- --json] [PART…]`: builds what is missing, bundles test/bench and runs it. */
import { rolldown } from 'rolldown';
import { build } from './build.mjs';

await build();
const bundle = await rolldown({
  input: 'test/bench/main.ts',
  platform: 'node',
  external: [/^playwright-core$/, /find-chromium\.mjs$/],
  logLevel: 'warn',
  tsconfig: false,
});
// Two folders deep, as its sources are: they find the build beside them by relative paths.
await bundle.write({ dir: 'build/bench', format: 'esm' });
process.argv.splice(1, 1, new URL('../build/bench/main.js', import.meta.url).pathname);
await import('../build/bench/main.js');
