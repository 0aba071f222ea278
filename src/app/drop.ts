/**
 * Files that are dropped onto the page: they appear in the laptop's /media/dropped, and an archive of
 * images is loaded by the command that a person would type.
 */
import { messageOf } from '../base/index.ts';
import { say } from './later-strings.ts';
import type { Page } from './page-context.ts';

const ARCHIVE = /\.(tar|tgz|tar\.gz|tar\.zst|oci)$/i;

/** Listens on the whole page for as long as it is there. */
export function acceptDrops(page: Page): void {
  let depth = 0;
  const over = (dropping: boolean): void => page.store.setState({ dropping });
  window.addEventListener('dragenter', (event) => {
    if (hasFiles(event) && depth++ === 0) over(true);
  });
  window.addEventListener('dragleave', (event) => {
    if (hasFiles(event) && --depth <= 0) over(false);
  });
  window.addEventListener('dragover', (event) => {
    // Without this the browser would open the file in the page's place.
    if (hasFiles(event)) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    depth = 0;
    over(false);
    const { files = [], items = [] } = event.dataTransfer ?? {};
    if (files.length === 0) return;
    event.preventDefault();
    const isFolder = [...items].some((item) => item.webkitGetAsEntry()?.isDirectory);
    if (isFolder) page.store.setState({ dropFailure: say('drop.folder') });
    else void drop(page, [...files]);
  });
}

async function drop(page: Page, files: readonly File[]): Promise<void> {
  try {
    const paths = await (await page.environment).drop(files);
    const archives = paths.filter((path) => ARCHIVE.test(path));
    const rest = archives.length < paths.length ? [`ls -l ${folderOf(paths[0]!)}`] : [];
    page.run([...archives.map((path) => `docker load -i ${quoted(path)}`), ...rest].join('; '));
  } catch (error) {
    page.store.setState({ dropFailure: messageOf(error) });
  }
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** As one word for the shell. */
function quoted(path: string): string {
  return /^[\w./+@:-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
