/**
 * The picture without eyes and without mouse: a tree of the same scene. Its focus is the picture's.
 *
 * ↑ what stands on it, ↓ what it stands on, ←→ siblings, Enter tells its story, Esc goes back.
 */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { TreeItem } from '../../viz/index.ts';
import { say } from '../later-strings.ts';
import { usePage, usePageState } from '../page-context.ts';

export function Twin({ items }: { items: readonly TreeItem[] }): JSX.Element | null {
  const page = usePage();
  const selected = usePageState((state) => state.selected);
  const focused = usePageState((state) => state.focused);
  const list = useRef<HTMLDivElement>(null);
  const last = useRef<string | undefined>(undefined);
  if (!items.length) return null;
  const entry = items.find((item) => item.id === last.current) ?? items[0]!;
  const focus = (item: TreeItem | undefined): void => {
    if (!item) return;
    list.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(item.id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const item = items.find((one) => one.id === focused);
    if (!item) return;
    const siblings = items.filter((one) => one.parent === item.parent);
    const at = siblings.indexOf(item);
    const moves: Record<string, () => void> = {
      ArrowUp: () => focus(items.find((one) => one.parent === item.id)),
      ArrowDown: () => focus(items.find((one) => one.id === item.parent)),
      ArrowLeft: () => focus(siblings[at - 1]),
      ArrowRight: () => focus(siblings[at + 1]),
      Home: () => focus(items[0]),
      End: () => focus(items.at(-1)),
      Enter: () => page.store.setState({ selected: item.id }),
      ' ': () => page.store.setState({ selected: item.id }),
      Escape: () => page.store.setState({ selected: undefined }),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  return (
    <div
      class="twin"
      role="tree"
      aria-label={say('picture.label')}
      ref={list}
      onKeyDown={onKeyDown}
      onFocusOut={() => page.store.setState({ focused: undefined })}
    >
      {items.map((item) => (
        <div
          key={item.id}
          role="treeitem"
          data-item={item.id}
          aria-level={item.level}
          aria-selected={item.id === selected}
          tabIndex={item.id === entry.id ? 0 : -1}
          onFocus={() => {
            last.current = item.id;
            page.store.setState({ focused: item.id });
          }}
        >
          {item.title}
        </div>
      ))}
    </div>
  );
}
