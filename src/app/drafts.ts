/**
 * The editor's text between disk and screen: kept in the page's store, so that it outlasts the view
 * that shows it; read, written, and guarded while it is not saved.
 */
import { say } from './later-strings.ts';
import type { Page } from './page-context.ts';
import { bytesOf, type TextFile, textFileOf, withText } from './text-file.ts';

export interface Draft {
  readonly path: string;
  readonly file: TextFile;
  /** The text as it was last read or saved. */
  readonly saved: string;
  /** The file as it was last read or saved; undefined where there was none. */
  readonly disk: Uint8Array | undefined;
}

/** Reads a file, empty where there is none yet; undefined where it is no text. */
export async function openDraft(page: Page, path: string): Promise<Draft | undefined> {
  const disk = await readFile(page, path);
  const file = disk ? textFileOf(disk) : { text: '', ends: [] };
  return file && { path, file, saved: file.text, disk };
}

export function editDraft(page: Page, text: string): void {
  const { draft } = page.store.getState();
  if (!draft) return;
  const file = withText(draft.file, text);
  page.store.setState({ draft: { ...draft, file }, dirty: text !== draft.saved });
}

/** Writes it; false where it was not to be, since the file had changed on the disk. */
export async function saveDraft(page: Page): Promise<boolean> {
  const { draft } = page.store.getState();
  if (!draft) return false;
  const { path, file } = draft;
  const now = await readFile(page, path);
  const changed = now && !(draft.disk && sameBytes(now, draft.disk));
  if (changed && !confirm(say('editor.changed', { path }))) return false;
  const disk = bytesOf(file);
  const environment = await page.environment;
  await environment.writeFile(path, disk);
  await environment.flush();
  // What was typed meanwhile is not saved.
  const later = page.store.getState().draft;
  if (later?.path !== path) return true;
  page.store.setState({
    draft: { ...later, saved: file.text, disk },
    dirty: later.file.text !== file.text,
  });
  return true;
}

let guarded = false;

/** From here on nothing that is not saved goes without a question. */
export function guardDrafts(page: Page): void {
  if (guarded) return;
  guarded = true;
  addEventListener('beforeunload', (event) => {
    if (page.store.getState().dirty) event.preventDefault();
  });
  page.mayLeaveEditor = () => {
    const { dirty, editing } = page.store.getState();
    return !dirty || confirm(say('editor.discard', { path: editing ?? '' }));
  };
}

async function readFile(page: Page, path: string): Promise<Uint8Array | undefined> {
  const environment = await page.environment;
  try {
    return await environment.readFile(path);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
