/** `npm run bench [-- --json] [PART…]`: every benchmark, or those of a part. */
import { measureArchives } from './archives.ts';
import { measureContainers } from './containers.ts';
import { measureInBrowser } from './in-browser.ts';
import { measureInNode } from './in-node.ts';
import { measureLayers } from './layers.ts';
import { lineOf, type Measure, textOf } from './measure.ts';
import { measureReal, type RealFigures } from './real.ts';
import { measureUserland } from './userland.ts';

const parts: Readonly<Record<string, (real: RealFigures | undefined) => Promise<Measure[]>>> = {
  node: measureInNode,
  browser: measureInBrowser,
  layers: measureLayers,
  archives: measureArchives,
  containers: measureContainers,
  userland: measureUserland,
};

const words = process.argv.slice(2);
const json = words.includes('--json');
const wanted = words.filter((word) => word !== '--json');
const unknown = wanted.find((word) => !Object.hasOwn(parts, word));
if (unknown !== undefined) {
  process.stderr.write(`bench: no part is called ${unknown}; there are ${Object.keys(parts).join(', ')}\n`);
  process.exit(1);
}
const real = await measureReal();
if (!real) process.stderr.write('bench: no real engine here to compare with (test/oracle)\n');
const lines = [];
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length && !wanted.includes(name)) continue;
  for (const line of (await measure(real)).map(lineOf)) {
    lines.push(line);
    if (!json) process.stdout.write(`${textOf(line)}\n`);
  }
}
if (json) process.stdout.write(`${JSON.stringify(lines, null, 1)}\n`);
process.exit(0);
