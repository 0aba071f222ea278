/**
 * The editor that `code FILE` opens: a plain text area with line numbers. Ctrl-S saves to the laptop;
 * what is not saved is marked, kept and guarded.
 */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { messageOf } from '../../base/index.ts';
import { editDraft, guardDrafts, openDraft, saveDraft } from '../drafts.ts';
import { say } from '../later-strings.ts';
import { usePage, usePageState } from '../page-context.ts';

export function Editor(): JSX.Element {
  const page = usePage();
  const path = usePageState((state) => state.editing);
  const draft = usePageState((state) => state.draft);
  const dirty = usePageState((state) => state.dirty);
  const [note, setNote] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const missing = draft === undefined;

  useEffect(() => {
    if (path === undefined) return;
    let current = true;
    setNote('');
    const show = async (): Promise<void> => {
      const opened = page.store.getState().draft ?? (await openDraft(page, path));
      if (!current) return;
      if (opened) page.store.setState({ draft: opened });
      else setNote(say('editor.binary', { path }));
      // Whoever came here by its tab stays on the tab.
      if (!document.activeElement?.closest('[role=tab]')) requestAnimationFrame(() => area.current?.focus());
    };
    show().catch((error: unknown) => current && setNote(messageOf(error)));
    return () => {
      current = false;
    };
  }, [path, missing]);
  useEffect(() => {
    guardDrafts(page);
    return () => {
      // What was not changed is read anew when it is shown again.
      if (!page.store.getState().dirty) page.store.setState({ draft: undefined });
    };
  }, [page]);

  if (path === undefined) return <p class="empty-line">{say('editor.none')}</p>;
  const save = async (): Promise<void> => {
    try {
      if (await saveDraft(page)) setNote(say('editor.saved'));
    } catch (error) {
      setNote(say('editor.failed', { path, reason: messageOf(error) }));
    }
  };
  const close = (): void => {
    if (!page.mayLeaveEditor()) return;
    page.store.setState({ editing: undefined, draft: undefined, dirty: false, tab: 'layers' });
    page.focusTerminal();
  };
  const text = draft?.file.text;
  return (
    <div class="editor">
      <div class="editor-head">
        <span class="mono editor-path" title={path}>
          <bdi>{path}</bdi>
        </span>
        <span class="quiet editor-note" role="status">
          {note || (dirty && say('editor.dirty'))}
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
            onInput={() => {
              setNote('');
              editDraft(page, area.current!.value);
            }}
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
