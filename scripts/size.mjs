/**
 * Bytes that the page loads before its prompt, gzipped, against the budget.
 *
 * dist/prompt.json is written by the build: the files that main thread, engine worker and laptop
 * worker load until the prompt stands (vite.config.ts). Without a build there is nothing to weigh,
 * and that is said.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 206_000;
if (!existsSync('dist/prompt.json')) {
  console.log('no build to weigh: run npm run build first');
} else {
  const files = JSON.parse(readFileSync('dist/prompt.json', 'utf8'));
  const sizes = files.map((file) => [file, gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length]);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  for (const [file, size] of sizes.sort((a, b) => b[1] - a[1]))
    console.log(`${String(size).padStart(8)}  ${file}`);
  console.log(`${total} bytes gzipped before the prompt, budget ${BUDGET}`);
  process.exitCode = total > BUDGET ? 1 : 0;
}
