/** The terminals' tabs, one more, and finding text in the one in front. Loaded after the prompt. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../later-strings.ts';
import { usePage, usePageState } from '../page-context.ts';
import { terminalSlot } from '../terminal-slot.ts';
import { closeTerminal, newTerminal, stepTerminal, terminalName } from '../terminals.ts';
import { Icon } from './icons.tsx';

export function TerminalTabs(): JSX.Element {
  const { store } = usePage();
  const terminals = usePageState((state) => state.terminals);
  const front = usePageState((state) => state.terminal);
  const [finding, setFinding] = useState(false);
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    tabs.current?.querySelector('.front')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [front, terminals]);
  useTerminalKeys(() => setFinding(true));
  return (
    <>
      <div class="terminal-tabs" ref={tabs} role="tablist" aria-label={say('terminal.tabs')}>
        {terminals.map((number) => (
          <span key={number} class={`terminal-tab${number === front ? ' front' : ''}`} role="presentation">
            <button
              type="button"
              role="tab"
              class="terminal-name"
              aria-selected={number === front}
              aria-controls={`terminal-${number}`}
              tabIndex={number === front ? 0 : -1}
              onClick={() => store.setState({ terminal: number, terminalOpen: true })}
              onKeyDown={({ key }) => {
                if (key === 'ArrowRight') stepTerminal(store, 1);
                if (key === 'ArrowLeft') stepTerminal(store, -1);
                if (key === 'Delete') closeTerminal(store, number);
              }}
            >
              {terminalName(number)}
            </button>
            {terminals.length > 1 ? (
              <button
                type="button"
                class="icon-button"
                tabIndex={-1}
                aria-label={say('terminal.close', { name: terminalName(number) })}
                title={say('terminal.close', { name: terminalName(number) })}
                onClick={() => closeTerminal(store, number)}
              >
                <Icon name="close" />
              </button>
            ) : null}
          </span>
        ))}
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={say('terminal.new')}
        title={say('terminal.new')}
        onClick={() => newTerminal(store)}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-expanded={finding}
        aria-label={say('terminal.find')}
        title={say('terminal.find')}
        onClick={() => setFinding(!finding)}
      >
        <Icon name="find" />
      </button>
      {finding ? <Find onClose={() => setFinding(false)} /> : null}
    </>
  );
}

/** Text in the output: Enter goes up to earlier ones, Shift Enter down again, Escape back to the shell. */
function Find({ onClose }: { onClose: () => void }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const [missed, setMissed] = useState(false);
  // At once: the next key is meant for it.
  useLayoutEffect(() => field.current?.focus(), []);
  const find = (direction: 'up' | 'down', isTyping = false): void => {
    const text = field.current?.value ?? '';
    void terminalSlot.view?.find(text, direction, isTyping).then((found) => setMissed(text !== '' && !found));
  };
  const close = (): void => {
    onClose();
    terminalSlot.view?.focus();
  };
  return (
    <form
      class="terminal-find"
      onSubmit={(event) => {
        event.preventDefault();
        find('up');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
        if (event.key === 'Enter' && event.shiftKey) {
          event.preventDefault();
          find('down');
        }
      }}
    >
      <input
        ref={field}
        type="search"
        class={missed ? 'missed' : ''}
        aria-label={say('terminal.find')}
        aria-invalid={missed}
        placeholder={say('terminal.findHint')}
        spellcheck={false}
        onInput={() => find('up', true)}
      />
      <span class="twin-text" role="status">
        {missed ? say('terminal.missed') : ''}
      </span>
      <button type="button" class="icon-button" aria-label={say('terminal.findClose')} onClick={close}>
        <Icon name="close" />
      </button>
    </form>
  );
}

/**
 * Keys that reach the page through the terminal: no program there knows Ctrl Shift and these, and no
 * browser takes them for itself.
 */
function useTerminalKeys(find: () => void): void {
  const { store } = usePage();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || !event.shiftKey || event.altKey || event.metaKey) return;
      if (!(event.target as Element | null)?.closest?.('.terminal-panel')) return;
      if (event.key === 'ArrowRight') stepTerminal(store, 1);
      else if (event.key === 'ArrowLeft') stepTerminal(store, -1);
      else if (event.key.toLowerCase() === 'f') find();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [store]);
}
