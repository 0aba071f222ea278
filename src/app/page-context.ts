/** What every part of the page may use: the store, what the page stands on, and the terminal. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Environment, RanCommand } from './environment.ts';
import { type PageState, type Store, useStore } from './store.ts';

export interface Page {
  readonly store: Store;
  /** Rejects where the page could not start. */
  readonly environment: Promise<Environment>;
  /** Types a command into the terminal and runs it. */
  run(command: string): void;
  /** Sends keys to the terminal as they are. */
  press(keys: string): void;
  focusTerminal(): void;
  /** Commands that ran in the terminal, oldest first. */
  readonly commands: readonly RanCommand[];
  onCommand(listener: () => void): () => void;
  openEditor(path: string): Promise<void>;
  /** Given by the open editor: whether it may be closed. */
  mayLeaveEditor: () => boolean;
  takeOver(): void;
  /** Resolves when the prompt stands. */
  readonly ready: Promise<void>;
  /** Called by the terminal with the first output, or with what went wrong. */
  prompted(failure?: string): void;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  return useContext(PageContext)!;
}

export function usePageState<T>(pick: (state: PageState) => T): T {
  return useStore(usePage().store, pick);
}
