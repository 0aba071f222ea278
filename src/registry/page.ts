/** The registry's page: what it holds, for people who come by with a browser. */
import type { CatalogImage, CatalogTag, RegistryIndex } from './catalog.ts';

/** One page of HTML, without scripts. */
export function registryPage({ images }: RegistryIndex): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The registry of Strata</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
  table { border-collapse: collapse; width: 100% }
  td, th { text-align: left; padding: .25rem .75rem .25rem 0; vertical-align: top; border-bottom: 1px solid #8884 }
  code { font-size: .9em }
  .size { text-align: right; white-space: nowrap }
</style>
<h1>The registry of Strata</h1>
<p>These images were written for <a href="..">Strata</a>. In its terminal they are Docker Hub's:
<code>docker pull alpine</code>. They lie here as plain files in the layout of a registry, below
<code>v2/</code>; <a href="index.json">index.json</a> lists them.</p>
${images.map(section).join('')}</html>
`;
}

function section({ name, description, tags }: CatalogImage): string {
  return `<h2>${text(name)}</h2>
<p>${text(description)}</p>
<table>
<tr><th>Tags<th>Index<th class="size">On the wire<th class="size">Unpacked
${tags.map((tag) => row(name, tag)).join('')}</table>
`;
}

function row(name: string, { names, digest, compressed, unpacked }: CatalogTag): string {
  const tags = names.map((tag) => `<code>${text(tag)}</code>`).join(', ');
  const file = `v2/library/${text(name)}/manifests/${text(names[0] ?? digest)}`;
  return `<tr><td>${tags}<td><a href="${file}"><code>${text(digest.slice(0, 19))}</code></a><td class="size">${kilobytes(compressed)}<td class="size">${megabytes(unpacked)}
`;
}

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000)} kB`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
