/**
 * Builds what is missing or older than its sources, in order: the Node programs (build/node), the
 * static registry and package index (public/), the page (dist/).
 *
 *     node scripts/build.mjs [node|images|page …]     default: all three
 *
 * What a product is made from is compared by content, so that a checkout with fresh times does not
 * build again and an edited recipe does.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Folders of src/ that only the page uses: a change there does not touch the Node programs. */
const PAGE_ONLY = ['app', 'viz', 'terminal'];

const products = {
  node: {
    sources: () => ['src', 'package-lock.json', 'scripts/build.mjs', 'scripts/guest-plugin.mjs'],
    skip: (file) => PAGE_ONLY.some((folder) => file.startsWith(`src/${folder}/`)),
    output: 'build/node/shell.js',
    make: makeNode,
  },
  images: {
    sources: () => [
      'src/registry',
      'src/builder',
      'src/dockerfile',
      'src/vfs',
      'src/oci',
      'src/base',
      'src/node/images.ts',
      'src/node/recipes.ts',
      'src/kernel/program-file.ts',
      'src/userland/table.ts',
    ],
    skip: () => false,
    output: 'public/registry/v2',
    make: () => run(process.execPath, ['build/node/images.js', 'public']),
  },
  page: {
    sources: () => [
      ...['src', 'lessons', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'],
      'scripts/guest-plugin.mjs',
    ],
    skip: (file) => file.startsWith('src/node/'),
    output: 'dist/index.html',
    make: () => run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']),
  },
};

/** Builds the named products where they are stale, and says so on stderr. */
export async function build(...names) {
  for (const name of names.length ? names : Object.keys(products)) {
    const product = products[name];
    if (!product)
      throw new Error(`nothing called ${name} is built here: ${Object.keys(products).join(', ')}`);
    const stamp = path.join(root, 'build', `${name}.stamp`);
    const digest = digestOf(product.sources(), product.skip);
    const known = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
    if (known === digest && existsSync(path.join(root, product.output))) continue;
    const started = Date.now();
    await product.make();
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, digest);
    if (!process.env.STRATA_QUIET) process.stderr.write(`built ${name} in ${Date.now() - started} ms\n`);
  }
}

async function makeNode() {
  const { rolldown } = await import('rolldown');
  const folder = path.join(root, 'src/node');
  // Programs are the files of src/node that have a main part, by convention named in `programs`.
  const programs = ['shell', 'serve', 'images', 'lessons', 'worker', 'preview'];
  const input = Object.fromEntries(programs.map((name) => [name, path.join(folder, `${name}.ts`)]));
  const { guestAssets } = await import('./guest-plugin.mjs');
  const bundle = await rolldown({
    ...{ input, cwd: root, platform: 'node', logLevel: 'warn', tsconfig: false },
    plugins: [guestAssets()],
  });
  rmSync(path.join(root, 'build/node'), { recursive: true, force: true });
  await bundle.write({
    dir: path.join(root, 'build/node'),
    format: 'esm',
    sourcemap: true,
    chunkFileNames: '[name]-[hash].js',
  });
  await bundle.close();
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error) throw error;
  if (status !== 0) throw new Error(`${args[0]} ended with status ${status}`);
}

function digestOf(sources, skip) {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of filesUnder(source))
      if (!skip(file)) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

function filesUnder(entry) {
  const full = path.join(root, entry);
  if (!existsSync(full)) return [];
  let children;
  try {
    children = readdirSync(full, { withFileTypes: true });
  } catch {
    return [entry];
  }
  return children
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((child) =>
      child.isDirectory()
        ? filesUnder(`${entry}/${child.name}`)
        : isTest(child.name)
          ? []
          : [`${entry}/${child.name}`],
    );
}

const isTest = (name) => /\.test\.tsx?$/.test(name);

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build(...process.argv.slice(2));
}
