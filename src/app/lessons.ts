/**
 * The lessons of the build: their files are bundled as text, and parsed when one is opened.
 */
import { type Lesson, parseLesson } from '../tutor/index.ts';

const files = import.meta.glob<string>('../../lessons/*/*.{md,yaml}', { query: '?raw', import: 'default' });

/** @throws StrataError `EINVAL` that says what is wrong in which file */
export async function loadLesson(slug: string): Promise<Lesson> {
  const found = new Map<string, string>();
  await Promise.all(
    Object.entries(files).map(async ([path, load]) => {
      const [, folder, name] = /([^/]+)\/([^/]+)$/.exec(path) ?? [];
      if (folder === slug && name) found.set(name, await load());
    }),
  );
  return parseLesson(slug, found);
}
