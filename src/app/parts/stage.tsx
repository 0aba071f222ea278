/** What the tabs show, above the rail and the terminal. Views come after the prompt. */
import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePageState } from '../page-context.ts';
import type { Tab } from '../store.ts';
import { say } from '../strings.ts';

const VIEWS: Readonly<Record<Tab, () => Promise<ComponentType>>> = {
  layers: () => import('./picture.tsx').then((module) => module.Picture),
  files: async () => FilesTodo,
  build: () => import('./builds.tsx').then((module) => module.Builds),
  containers: () => import('./containers.tsx').then((module) => module.Containers),
  editor: () => import('./editor.tsx').then((module) => module.Editor),
};

export function Stage(): JSX.Element {
  const tab = usePageState((state) => state.tab);
  const starting = usePageState((state) => state.status === 'starting');
  const [views, setViews] = useState<Partial<Record<Tab, ComponentType>>>({});
  useEffect(() => {
    if (views[tab]) return;
    // The prompt goes first: nothing else is loaded before it, unless it takes long.
    const timer = setTimeout(
      () => void VIEWS[tab]().then((view) => setViews((known) => ({ ...known, [tab]: view }))),
      starting ? 1500 : 0,
    );
    return () => clearTimeout(timer);
  }, [tab, starting]);
  const View = views[tab];
  return (
    <div class="view" id="view" role="tabpanel" aria-labelledby={`tab-${tab}`}>
      {View ? <View /> : null}
    </div>
  );
}

function FilesTodo(): JSX.Element {
  return <p class="empty-line">{say('files.todo')}</p>;
}
