/** Runs a program of build/node, building first what it needs: `node scripts/run.mjs shell [ARGS]`. */
import { build } from './build.mjs';

const [program, ...args] = process.argv.slice(2);
process.env.STRATA_QUIET ??= process.stderr.isTTY ? '' : '1';
await build('node', ...(program === 'images' ? [] : ['images']), ...(program === 'preview' ? ['page'] : []));
process.argv.splice(
  1,
  process.argv.length,
  new URL(`../build/node/${program}.js`, import.meta.url).pathname,
  ...args,
);
await import(`../build/node/${program}.js`);
