/** Images as archives: save, load, import. */
export { download, type ImportRequest, importImage } from './import.ts';
export { type LoadOptions, loadImages } from './load.ts';
export { saveImages } from './save.ts';
