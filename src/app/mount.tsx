/**
 * Puts the page into the document over an environment that may still be starting.
 */
import { render } from 'preact';
import { messageOf } from '../base/index.ts';
import { watchModel } from '../model/index.ts';
import type { Environment, RanCommand } from './environment.ts';
import { PageView } from './page.tsx';
import type { Page } from './page-context.ts';
import { remembered } from './remember.ts';
import { createPageStore, type Store, widthClassOf } from './store.ts';
import { say } from './strings.ts';
import { terminalSlot } from './terminal-slot.ts';

export function mountPage(
  root: HTMLElement,
  environment: Promise<Environment>,
  takeOver: () => void = () => {},
): Page {
  const store = createPageStore();
  const commands: RanCommand[] = [];
  const listeners = new Set<() => void>();
  let stands: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    stands = resolve;
  });
  const page: Page = {
    store,
    environment,
    commands,
    takeOver,
    ready,
    prompted(failure) {
      if (store.getState().status !== 'starting') return;
      store.setState(failure === undefined ? { status: 'ready' } : { status: 'failed', failure });
      if (failure === undefined) stands();
    },
    mayLeaveEditor: () => true,
    run(command) {
      store.setState({ terminalOpen: true });
      // Ctrl-E Ctrl-U: whatever was half typed goes first.
      page.press(`\x05\x15${command.replaceAll('\n', '\r')}\r`);
      page.focusTerminal();
    },
    press: (keys) => terminalSlot.view?.type(keys),
    focusTerminal: () => terminalSlot.view?.focus(),
    onCommand(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async openEditor(path) {
      store.setState({ tab: 'editor', pictureOpen: true });
      const { editing, dirty } = store.getState();
      const next = plainPath(path);
      // What is not saved stays where it was asked for again, or where one chose to keep it.
      if (dirty && (editing === next || !page.mayLeaveEditor())) return;
      store.setState({ editing: next, draft: undefined, dirty: false });
    },
  };
  arrange(store);
  render(<PageView page={page} />, root);
  environment.then(
    (ready) => {
      ready.onOpenEditor((path) => page.openEditor(path));
      ready.onTemporary(() => store.setState({ temporary: true }));
      ready.onCommand((command, exit) => {
        commands.push({ command, exit, at: Date.now() });
        if (commands.length > 1000) commands.splice(0, 500);
        for (const listener of listeners) listener();
      });
      ready.suggest(store.getState().suggestion);
      store.subscribe(({ suggestion }, before) => {
        if (suggestion !== before.suggestion) ready.suggest(suggestion);
      });
      watchModel(ready.transport, (model) => store.setState({ model }), {
        onUnavailable: () => store.setState({ pictured: false }),
      });
    },
    (error: unknown) => page.prompted(messageOf(error)),
  );
  return page;
}

/** Without `.`, `..` and doubled slashes: one file has one draft. */
function plainPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Width class, remembered sizes and theme. */
function arrange(store: Store): void {
  const sizes = (): void => {
    const { widthClass } = store.getState();
    store.setState({
      lessonWidth: remembered('lessonWidth', 392),
      terminalHeight: remembered(`terminalHeight.${widthClass}`, 300),
      side: remembered<'first' | 'lesson' | 'none'>('side', 'first'),
    });
  };
  sizes();
  addEventListener('resize', () => {
    const widthClass = widthClassOf(innerWidth);
    if (widthClass === store.getState().widthClass) return;
    store.setState({ widthClass });
    store.setState({ terminalHeight: remembered(`terminalHeight.${widthClass}`, 300) });
  });
  const paint = (): void => {
    document.documentElement.dataset['theme'] = store.getState().theme;
  };
  paint();
  store.subscribe(paint);
  document.title = say('app.name');
}
