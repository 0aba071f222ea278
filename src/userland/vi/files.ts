/** Files in and out of vi, and leaving it. */
import { writeAll } from '../../kernel/index.ts';
import {
  bytesOfBinary,
  errnoOf,
  fail,
  isFile,
  O_CREAT,
  O_RDONLY,
  O_TRUNC,
  O_WRONLY,
  strerror,
  W_OK,
} from '../../posix/index.ts';
import { statOf } from '../files.ts';
import { binaryOfBytes } from '../io.ts';
import { complain, type Editor, replaceAll, say, tellMemory } from './editor.ts';
import { countLines } from './lines.ts';

/** A file that is larger is not for an editor that holds it as one string. */
const LARGEST = 64 * 1024 * 1024;

/** A file as a binary string. @throws PosixError; EFBIG where it is too large */
async function readText(editor: Editor, path: string): Promise<string> {
  const { sys } = editor.io;
  const fd = await sys.open(path, O_RDONLY);
  try {
    if ((await sys.fstat(fd)).size > LARGEST) fail('EFBIG');
    const parts: string[] = [];
    let total = 0;
    const buffer = new Uint8Array(65_536);
    for (let count = await sys.read(fd, buffer); count > 0; count = await sys.read(fd, buffer)) {
      parts.push(binaryOfBytes(buffer.subarray(0, count)));
      total += count;
      // It may have grown.
      if (total > LARGEST) fail('EFBIG');
      tellMemory(editor, total);
      await sys.breathe();
    }
    return parts.join('');
  } finally {
    await sys.close(fd);
  }
}

/** Shows a file, or an empty text that will become one; true where there is a file. */
export async function openFile(editor: Editor, path: string | undefined): Promise<boolean> {
  editor.path = path;
  replaceAll(editor, '');
  if (path === undefined) return false;
  const { sys } = editor.io;
  try {
    const stat = await statOf(sys, path);
    if (!stat || !isFile(stat.mode)) return false;
    replaceAll(editor, await readText(editor, path));
    if (!editor.alwaysReadonly) editor.readonly = !(await mayWrite(editor, path));
    return true;
  } catch (error) {
    complainErrno(editor, path, error);
    return false;
  }
}

async function mayWrite({ io }: Editor, path: string): Promise<boolean> {
  try {
    await io.sys.access(path, W_OK);
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

/** `:r`: the file's text, or undefined with a complaint. */
export async function readForInsert(editor: Editor, path: string): Promise<string | undefined> {
  try {
    const { mode } = await editor.io.sys.stat(path);
    if (!isFile(mode)) {
      complain(editor, `'${path}' is not a regular file`);
      return undefined;
    }
    return await readText(editor, path);
  } catch (error) {
    complainErrno(editor, path, error);
    return undefined;
  }
}

function complainErrno(editor: Editor, path: string, error: unknown): void {
  const code = errnoOf(error);
  if (code === undefined) throw error;
  complain(editor, `'${path}' ${strerror(code)}`);
}

export interface WriteRules {
  readonly force?: boolean;
  /** Part of the text; all where absent. */
  readonly from?: number;
  readonly to?: number;
}

/** Writes the text, and says so; true where it is written. */
export async function writeText(
  editor: Editor,
  path: string | undefined,
  { force = false, from = 0, to = editor.text.length }: WriteRules,
): Promise<boolean> {
  if (path === undefined) {
    complain(editor, 'No current filename');
    return false;
  }
  if (editor.readonly && path === editor.path && !force) {
    complain(editor, `'${path}' is read only`);
    return false;
  }
  const { sys } = editor.io;
  try {
    if (path !== editor.path && !force && (await statOf(sys, path))) {
      complain(editor, 'File exists (:w! overrides)');
      return false;
    }
    const bytes = bytesOfBinary(editor.text.slice(from, to));
    const fd = await sys.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666);
    try {
      await writeAll(sys, fd, bytes);
    } finally {
      await sys.close(fd);
    }
    say(editor, `'${path}' ${countLines(editor.text, from, to)}L, ${bytes.length}C`);
    return true;
  } catch (error) {
    complainErrno(editor, path, error);
    return false;
  }
}

/** Ends the session, or goes back where changes would be lost and files be left out. */
export function leave(editor: Editor, force: boolean): void {
  const more = editor.files.length - editor.fileIndex - 1;
  if (!force && editor.changes > 0) {
    complain(editor, 'No write since last change (:q! overrides)');
    return;
  }
  if (!force && more > 0) {
    complain(editor, `${more} more file(s) to edit`);
    return;
  }
  editor.leaving = 0;
}
