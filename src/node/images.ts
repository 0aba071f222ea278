/** `node build/node/images.js PUBLIC`: writes the static registry and the package repositories. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { packageRepositories, type StaticFile, writeRegistry } from '../registry/index.ts';
import { buildShipped } from './recipes.ts';

const [folder = 'public'] = process.argv.slice(2);
write('registry', await writeRegistry(await buildShipped()));
write('packages', await packageRepositories());

/** Replaces a folder of the site as a whole. */
function write(name: string, files: readonly StaticFile[]): void {
  const root = path.join(folder, name);
  fs.rmSync(root, { recursive: true, force: true });
  for (const { path: file, contents } of files) {
    const target = path.join(root, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, contents);
  }
}
