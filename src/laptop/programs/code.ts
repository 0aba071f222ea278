/** `code FILE`: opens a file in the page's editor panel. */
import type { Main, Sys } from '../../kernel/index.ts';
import { errnoOf, isDir } from '../../posix/index.ts';
import type { Services } from '../laptop.ts';
import { complain, print } from './io.ts';

export const main: Main = async (sys) => {
  const [, ...files] = sys.argv;
  const [file] = files;
  if (file === '--help') {
    await print(sys, 1, 'Usage: code FILE\n\nOpens FILE in the editor beside the terminal.\n');
    return 0;
  }
  if (file?.startsWith('-')) return complain(sys, `code: unknown option ${file}\nUsage: code FILE\n`, 2);
  if (file === undefined || files.length > 1) return complain(sys, 'Usage: code FILE\n', 2);
  const page = sys.service<NonNullable<Services['page']>>('page');
  if (!page)
    return complain(sys, 'code: there is no editor panel here; nano FILE edits in the terminal\n', 1);
  const path = file.startsWith('/') ? file : `${sys.getcwd()}/${file}`;
  try {
    if (isDir((await sys.stat(path)).mode)) return complain(sys, `code: ${file}: is a directory\n`, 1);
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    // A new file is fine where its folder is there.
    if (code !== 'ENOENT' || !(await hasFolder(sys, path))) {
      return complain(sys, `code: ${file}: ${(error as Error).message}\n`, 1);
    }
  }
  await page.openEditor(path);
  return 0;
};

async function hasFolder(sys: Sys, path: string): Promise<boolean> {
  try {
    return isDir((await sys.stat(path.slice(0, path.lastIndexOf('/')) || '/')).mode);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}
