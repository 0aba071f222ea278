/** Images as archives: save, load, import. */
export { download, importImage } from './import.ts';
export { loadImages } from './load.ts';
export { saveImages } from './save.ts';
