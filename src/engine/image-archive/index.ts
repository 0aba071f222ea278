/** Images as archives: save, load, import. */
export { download, importImage } from './import.ts';
export { goConfig } from './legacy.ts';
export { loadImages } from './load.ts';
export { saveImages } from './save.ts';
export { plainChunks } from './staging.ts';
