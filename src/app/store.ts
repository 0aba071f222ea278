/**
 * The page's state in one vanilla zustand store, and the hook that reads it.
 */
import { useEffect, useState } from 'preact/hooks';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { emptyModel, type Model } from '../model/index.ts';
import type { Draft } from './drafts.ts';
import { remembered } from './remember.ts';

export type Tab = 'layers' | 'files' | 'build' | 'containers' | 'editor';
export type WidthClass = 'wide' | 'medium' | 'narrow';
type ThemeChoice = 'light' | 'dark';

export interface PageState {
  /** `starting` until the prompt, `elsewhere` while another tab holds the sandbox. */
  readonly status: 'starting' | 'ready' | 'elsewhere' | 'handed-over' | 'failed';
  readonly failure: string;
  readonly model: Model;
  /** False with an engine that tells nothing of what Strata draws. */
  readonly pictured: boolean;
  readonly tab: Tab;
  readonly widthClass: WidthClass;
  readonly theme: ThemeChoice;
  readonly pointed: string | undefined;
  readonly focused: string | undefined;
  readonly selected: string | undefined;
  /** What the side panel shows; `none` is the rail (wide) or nothing. */
  readonly side: 'first' | 'lesson' | 'none';
  /** On narrow pages: the picture in the lesson's place. */
  readonly pictureOpen: boolean;
  /** The lesson's first open check, for the line that leads back to it. */
  readonly openCheck: string;
  /** Title and step of the lesson that was put aside; empty where there is none. */
  readonly lessonLeft: string;
  /** What an empty prompt offers; '' offers nothing. */
  readonly suggestion: string;
  readonly lessonWidth: number;
  readonly terminalHeight: number;
  readonly terminalOpen: boolean;
  /** Numbers of the laptop's terminals that are open, as their tabs stand. */
  readonly terminals: readonly number[];
  /** The one that is seen. */
  readonly terminal: number;
  readonly fontSize: number;
  readonly screenReader: boolean;
  readonly editing: string | undefined;
  /** What the editor holds; undefined until its file is read. */
  readonly draft: Draft | undefined;
  /** The draft is not what was saved last. */
  readonly dirty: boolean;
  /** The build is kept on this computer: works without a network. */
  readonly offlineReady: boolean;
  readonly updateReady: boolean;
  /** The browser keeps nothing: what there is goes with the tab. */
  readonly temporary: boolean;
  /** Files are held over the page. */
  readonly dropping: boolean;
  /** Why what was dropped was not taken; '' where nothing is to be told. */
  readonly dropFailure: string;
}

export type Store = StoreApi<PageState>;

export function createPageStore(): Store {
  return createStore<PageState>(() => ({
    status: 'starting',
    failure: '',
    model: emptyModel,
    pictured: true,
    tab: 'layers',
    widthClass: widthClassOf(innerWidth),
    theme: initialTheme(),
    pointed: undefined,
    focused: undefined,
    selected: undefined,
    side: 'first',
    pictureOpen: false,
    openCheck: '',
    lessonLeft: remembered('lessonLeft', ''),
    suggestion: '',
    lessonWidth: 392,
    terminalHeight: 300,
    terminalOpen: true,
    terminals: [1],
    terminal: 1,
    fontSize: remembered('fontSize', 12.5),
    screenReader: remembered('screenReader', false),
    editing: undefined,
    draft: undefined,
    dirty: false,
    offlineReady: false,
    updateReady: false,
    temporary: false,
    dropping: false,
    dropFailure: '',
  }));
}

/** The part of the state that `pick` chooses; renders anew when that changes. */
export function useStore<T>(store: Store, pick: (state: PageState) => T): T {
  const [, render] = useState(0);
  const value = pick(store.getState());
  useEffect(() => {
    let last = value;
    const check = (state: PageState): void => {
      const next = pick(state);
      if (Object.is(next, last)) return;
      last = next;
      render((count) => count + 1);
    };
    check(store.getState());
    return store.subscribe(check);
  }, [store]);
  return value;
}

export function widthClassOf(width: number): WidthClass {
  return width >= 1100 ? 'wide' : width >= 720 ? 'medium' : 'narrow';
}

function initialTheme(): ThemeChoice {
  const chosen = remembered<ThemeChoice | ''>('theme', '');
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
