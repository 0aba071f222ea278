/** ^R: search backwards through the history while typing. */
import type { Key } from '../../posix/index.ts';

interface SearchOptions {
  readonly history: readonly string[];
  readonly readKey: () => Promise<Key>;
  readonly draw: (prompt: string, text: string) => Promise<void>;
}

/** The line that was found, or undefined to leave what there was; and the key that ended the search. */
export async function searchHistory(
  options: SearchOptions,
): Promise<{ text: string | undefined; key: Key | undefined }> {
  const { history } = options;
  let query = '';
  let at = history.length;
  let failing = false;
  const find = (from: number): void => {
    for (let i = Math.min(from, history.length - 1); i >= 0; i--) {
      if (!history[i]!.includes(query)) continue;
      at = i;
      failing = false;
      return;
    }
    failing = query !== '';
  };
  for (;;) {
    await options.draw(`(${failing ? 'failed ' : ''}reverse-i-search)\`${query}': `, history[at] ?? '');
    const key = await options.readKey();
    const found = query === '' ? undefined : history[at];
    if (key.kind === 'text' || key.kind === 'paste') {
      query += key.text;
      find(at);
    } else if (key.kind === 'key' && key.name === 'ctrl-r') find(at - 1);
    else if (key.kind === 'key' && (key.name === 'backspace' || key.name === 'ctrl-h')) {
      query = query.slice(0, -1);
      find(history.length - 1);
    } else if (key.kind === 'key' && key.name === 'ctrl-g') return { text: undefined, key: undefined };
    else if (key.kind === 'key' && key.name === 'ctrl-c') return { text: undefined, key };
    else return { text: found, key };
  }
}
