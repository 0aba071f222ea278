/**
 * The terminal, under all views. Opens the laptop's first shell as soon as there is a laptop, and a
 * new one when that ended and Enter is pressed, or something is typed, pasted or run.
 */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { messageOf } from '../../base/index.ts';
import { openTerminal, type TerminalView } from '../../terminal/index.ts';
import type { LaptopTerminal } from '../environment.ts';
import { terminalFont } from '../fonts.ts';
import { type Page, usePage, usePageState } from '../page-context.ts';
import { say } from '../strings.ts';
import { terminalSlot } from '../terminal-slot.ts';
import { Icon } from './icons.tsx';

export function TerminalPanel(): JSX.Element {
  const page = usePage();
  const element = useRef<HTMLDivElement>(null);
  const open = usePageState((state) => state.terminalOpen);
  const narrow = usePageState((state) => state.widthClass === 'narrow');
  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    void terminalFont().then((font) => {
      if (!left) stop = startTerminal(page, element.current!, font);
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [page]);
  return (
    <section class="terminal-panel" aria-label={say('terminal.label')}>
      <div class="terminal-head">
        <span class="terminal-name">{say('terminal.laptop')}</span>
        <span class="terminal-note quiet">{say('terminal.leave')}</span>
        <span class="spring" />
        <button
          type="button"
          class="icon-button"
          aria-expanded={open}
          aria-label={say(open ? 'terminal.hide' : 'terminal.show')}
          title={say(open ? 'terminal.hide' : 'terminal.show')}
          onClick={() => page.store.setState({ terminalOpen: !open })}
        >
          <Icon name={open ? 'down' : 'up'} />
        </button>
      </div>
      <div class="terminal-screen" ref={element} />
      {narrow ? <KeyRow /> : null}
    </section>
  );
}

function startTerminal(page: Page, element: HTMLElement, fontFamily: string): () => void {
  const { store } = page;
  let laptop: LaptopTerminal | undefined;
  let starting = false;
  let closed = false;
  const { theme, fontSize, screenReader } = store.getState();
  const view = openTerminal(element, {
    theme,
    fontFamily,
    fontSize,
    lineHeight: fontSize * 1.48,
    screenReader,
    onResize: (columns, rows) => laptop?.resize(columns, rows),
    openUrl: (url) => {
      if (/^https?:\/\//.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
    },
    about: say('terminal.about'),
    onEnd: () => {
      laptop = undefined;
      if (!closed) view.print(`\r\n\x1b[2m${say('terminal.ended')}\x1b[0m\r\n`);
    },
    onIdleInput(text, byButton) {
      if (starting) return true;
      const writes = /[^\x00-\x1f\x7f]/.test(text.replace(/\x1b[[O]?./g, ''));
      // The Ctrl-D that ended a shell may repeat: a key that writes nothing starts none.
      if (!writes && !byButton && !text.includes('\r')) return false;
      start();
      return writes;
    },
  });
  const connect = async (): Promise<void> => {
    const environment = await page.environment;
    const { columns, rows } = view.size();
    laptop = await environment.openTerminal(columns, rows);
    void view.attach(laptop.connection).then(() => page.prompted());
    const now = view.size();
    if (now.columns !== columns || now.rows !== rows) laptop.resize(now.columns, now.rows);
  };
  const start = (): void => {
    if (starting) return;
    starting = true;
    connect()
      .catch((error: unknown) => {
        if (!closed) view.print(`\x1b[31m${messageOf(error)}\x1b[0m\r\n`);
        page.prompted(messageOf(error));
      })
      .finally(() => {
        starting = false;
      });
  };
  start();
  view.focus();
  terminalSlot.view = view;
  const unsubscribe = store.subscribe((state, before) => follow(view, state, before));
  return () => {
    closed = true;
    unsubscribe();
    laptop?.close();
    view.dispose();
    terminalSlot.view = undefined;
  };
}

type State = ReturnType<Page['store']['getState']>;

function follow(view: TerminalView, state: State, before: State): void {
  if (state.theme !== before.theme) view.setTheme(state.theme);
  if (state.fontSize !== before.fontSize) view.setFont(state.fontSize, state.fontSize * 1.48);
  if (state.screenReader !== before.screenReader) view.setScreenReader(state.screenReader);
}

/** Keys that a touch screen's keyboard lacks, or hides. What does not fit is reached by scrolling. */
const KEYS: readonly (readonly [label: string, keys: string, name?: 'left' | 'right' | 'up' | 'down'])[] = [
  ['esc', '\x1b'],
  ['tab', '\t'],
  ['←', '\x1b[D', 'left'],
  ['→', '\x1b[C', 'right'],
  ['↑', '\x1b[A', 'up'],
  ['↓', '\x1b[B', 'down'],
  ['/', '/'],
  ['-', '-'],
  ['|', '|'],
];

function KeyRow(): JSX.Element {
  const page = usePage();
  const [held, setHeld] = useState(false);
  const stay = (event: Event): void => event.preventDefault();
  return (
    <div class="key-row" role="toolbar" aria-label={say('keys.label')}>
      {KEYS.slice(0, 2).map(([label, keys]) => (
        <button key={label} type="button" onPointerDown={stay} onClick={() => page.press(keys)}>
          {label}
        </button>
      ))}
      <button
        type="button"
        aria-pressed={held}
        onPointerDown={stay}
        onClick={() => {
          terminalSlot.view?.onControlReleased(() => setHeld(false));
          terminalSlot.view?.holdControl(!held);
          setHeld(!held);
        }}
      >
        ctrl
      </button>
      {KEYS.slice(2).map(([label, keys, name]) => (
        <button
          key={label}
          type="button"
          aria-label={name ? say(`keys.${name}`) : label}
          onPointerDown={stay}
          onClick={() => page.press(keys)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
