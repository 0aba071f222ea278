/**
 * The terminals, under all views: a login shell of the laptop each, one of them in front. The first opens
 * as soon as there is a laptop. When the only shell has ended, Enter opens a new one, and so does what
 * is typed, pasted or run; another's tab goes with its shell.
 */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { messageOf } from '../../base/index.ts';
import { openTerminal, type TerminalView } from '../../terminal/index.ts';
import type { LaptopTerminal } from '../environment.ts';
import { terminalFont } from '../fonts.ts';
import { useLater } from '../later.ts';
import { type Page, usePage, usePageState } from '../page-context.ts';
import { say } from '../strings.ts';
import { terminalSlot } from '../terminal-slot.ts';
import { closeTerminal, terminalName } from '../terminals.ts';
import { Icon } from './icons.tsx';

export function TerminalPanel(): JSX.Element {
  const page = usePage();
  const open = usePageState((state) => state.terminalOpen);
  const narrow = usePageState((state) => state.widthClass === 'narrow');
  const starting = usePageState((state) => state.status === 'starting');
  const terminals = usePageState((state) => state.terminals);
  const Tabs = useLater(!starting, () => import('./terminal-tabs.tsx').then((part) => part.TerminalTabs));
  const Keys = useLater(narrow && !starting, () => import('./key-row.tsx').then((part) => part.KeyRow));
  return (
    <section class="terminal-panel" aria-label={say('terminal.label')}>
      <div class="terminal-head">
        {Tabs ? <Tabs /> : <span class="terminal-name">{say('terminal.laptop')}</span>}
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
      {terminals.map((number) => (
        <Screen key={number} number={number} />
      ))}
      {narrow && Keys ? <Keys /> : null}
    </section>
  );
}

function Screen({ number }: { number: number }): JSX.Element {
  const page = usePage();
  const element = useRef<HTMLDivElement>(null);
  const inFront = usePageState((state) => state.terminal === number);
  const [view, setView] = useState<TerminalView>();
  useEffect(() => {
    let started: Started | undefined;
    let left = false;
    void terminalFont().then((font) => {
      if (left) return;
      started = startTerminal(page, element.current!, font, number);
      setView(started.view);
    });
    return () => {
      left = true;
      started?.stop();
    };
  }, [page]);
  useEffect(() => {
    if (!inFront || !view) return;
    terminalSlot.view = view;
    view.fit();
    view.focus();
  }, [inFront, view]);
  return (
    <div
      class="terminal-screen"
      id={`terminal-${number}`}
      role="tabpanel"
      aria-label={terminalName(number)}
      hidden={!inFront}
      ref={element}
    />
  );
}

interface Started {
  readonly view: TerminalView;
  stop(): void;
}

function startTerminal(page: Page, element: HTMLElement, fontFamily: string, number: number): Started {
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
      if (store.getState().terminals.length > 1) closeTerminal(store, number);
      else if (!closed) view.print(`\r\n\x1b[2m${say('terminal.ended')}\x1b[0m\r\n`);
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
  const unsubscribe = store.subscribe((state, before) => follow(view, state, before));
  return {
    view,
    stop() {
      closed = true;
      unsubscribe();
      laptop?.close();
      view.dispose();
      if (terminalSlot.view === view) terminalSlot.view = undefined;
    },
  };
}

type State = ReturnType<Page['store']['getState']>;

function follow(view: TerminalView, state: State, before: State): void {
  if (state.theme !== before.theme) view.setTheme(state.theme);
  if (state.fontSize !== before.fontSize) view.setFont(state.fontSize, state.fontSize * 1.48);
  if (state.screenReader !== before.screenReader) view.setScreenReader(state.screenReader);
}
