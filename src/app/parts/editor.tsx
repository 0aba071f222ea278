/**
 * The editor that `code FILE` opens: a plain text area with line numbers. Ctrl-S saves to the laptop;
 * what is not saved is marked and guarded.
 */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { decodeStrict, encode, messageOf } from '../../base/index.ts';
import { say } from '../later-strings.ts';
import { usePage, usePageState } from '../page-context.ts';

export function Editor(): JSX.Element {
  const page = usePage();
  const path = usePageState((state) => state.editing);
  const dirty = usePageState((state) => state.dirty);
  const [text, setText] = useState<string>();
  const [note, setNote] = useState('');
  const saved = useRef('');
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (path === undefined) return;
    let current = true;
    setText(undefined);
    setNote('');
    openFile(page, path).then(
      (content) => {
        if (!current) return;
        saved.current = content ?? '';
        if (content === undefined) setNote(say('editor.binary', { path }));
        else setText(content);
        page.store.setState({ dirty: false });
        requestAnimationFrame(() => area.current?.focus());
      },
      (error: unknown) => current && setNote(messageOf(error)),
    );
    return () => {
      current = false;
    };
  }, [path]);
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent): void => {
      if (page.store.getState().dirty) event.preventDefault();
    };
    addEventListener('beforeunload', guard);
    page.mayLeaveEditor = () => {
      const { dirty: unsaved, editing } = page.store.getState();
      return !unsaved || confirm(say('editor.discard', { path: editing ?? '' }));
    };
    return () => removeEventListener('beforeunload', guard);
  }, [page]);

  if (path === undefined) return <p class="empty-line">{say('editor.none')}</p>;
  const save = async (): Promise<void> => {
    const content = area.current?.value ?? '';
    try {
      const environment = await page.environment;
      await environment.writeFile(path, encode(content));
      await environment.flush();
      saved.current = content;
      page.store.setState({ dirty: area.current?.value !== content });
      setNote(say('editor.saved'));
    } catch (error) {
      setNote(say('editor.failed', { path, reason: messageOf(error) }));
    }
  };
  const close = (): void => {
    if (!page.mayLeaveEditor()) return;
    page.store.setState({ editing: undefined, dirty: false, tab: 'layers' });
    page.focusTerminal();
  };
  const onInput = (): void => {
    const now = area.current!.value;
    setText(now);
    setNote('');
    page.store.setState({ dirty: now !== saved.current });
  };
  return (
    <div class="editor">
      <div class="editor-head">
        <span class="mono">{path}</span>
        <span class="quiet" role="status">
          {dirty ? say('editor.dirty') : note}
        </span>
        <span class="spring" />
        <button type="button" class="button" onClick={close}>
          {say('editor.close')}
        </button>
        <button type="button" class="button primary" disabled={!dirty} onClick={() => void save()}>
          {say('editor.save')}
          <kbd>Ctrl S</kbd>
        </button>
      </div>
      {text === undefined ? (
        <p class="empty-line">{note || say('editor.loading')}</p>
      ) : (
        <div class="editor-body">
          <div class="gutter mono" aria-hidden="true" ref={gutter}>
            {Array.from({ length: text.split('\n').length }, (_, index) => `${index + 1}\n`).join('')}
          </div>
          <textarea
            class="mono"
            ref={area}
            value={text}
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            wrap="off"
            aria-label={say('editor.label', { path })}
            onInput={onInput}
            onScroll={() => {
              if (gutter.current) gutter.current.scrollTop = area.current!.scrollTop;
            }}
            onKeyDown={(event) => onKey(event, () => void save())}
          />
        </div>
      )}
    </div>
  );
}

function onKey(event: KeyboardEvent, save: () => void): void {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
    event.preventDefault();
    save();
  } else if (event.key === 'Tab' && !event.shiftKey && !event.ctrlKey && !event.altKey) {
    // A tab is a character in Makefiles and scripts; Escape, then Tab, leaves the text.
    const area = event.currentTarget as HTMLTextAreaElement;
    if (area.dataset['escaped']) return;
    event.preventDefault();
    area.setRangeText('\t', area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input'));
  }
  const area = event.currentTarget as HTMLTextAreaElement;
  if (event.key === 'Escape') area.dataset['escaped'] = 'yes';
  else delete area.dataset['escaped'];
}

/** Text of a file, empty where there is none yet; undefined where it is no text. */
async function openFile(page: ReturnType<typeof usePage>, path: string): Promise<string | undefined> {
  const environment = await page.environment;
  try {
    return decodeStrict(await environment.readFile(path));
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return '';
    throw error;
  }
}
