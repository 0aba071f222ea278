/** Name, tabs, theme, settings. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage, usePageState } from '../page-context.ts';
import { remember } from '../remember.ts';
import type { Tab } from '../store.ts';
import { say } from '../strings.ts';
import { Icon, Mark } from './icons.tsx';

const TABS: readonly Tab[] = ['layers', 'files', 'build', 'containers', 'editor'];

export function TopBar(): JSX.Element {
  return (
    <header class="top-bar">
      <a class="brand" href="./" aria-current="page">
        <Mark />
        <span>{say('app.name')}</span>
      </a>
      <Tabs />
      <span class="spring" />
      <ThemeButton />
      <Menu />
    </header>
  );
}

function Tabs(): JSX.Element {
  const page = usePage();
  const tab = usePageState((state) => state.tab);
  const layers = usePageState((state) => state.model.layers.size);
  const containers = usePageState((state) => state.model.containers.length);
  const dirty = usePageState((state) => state.dirty);
  const counts: Partial<Record<Tab, number>> = { layers, containers };
  const choose = (next: Tab): void => page.store.setState({ tab: next });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!step) return;
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length]!;
    choose(next);
    document.getElementById(`tab-${next}`)?.focus();
    event.preventDefault();
  };
  return (
    <div class="tabs" role="tablist" aria-label={say('tabs.label')} onKeyDown={onKeyDown}>
      {TABS.map((name) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          aria-selected={tab === name}
          aria-controls="view"
          tabIndex={tab === name ? 0 : -1}
          onClick={() => choose(name)}
        >
          {say(`tab.${name}`)}
          {counts[name] ? <span class="count">{counts[name]}</span> : null}
          {name === 'editor' && dirty ? (
            <span class="dirty" role="img" aria-label={say('editor.dirty')} />
          ) : null}
        </button>
      ))}
    </div>
  );
}

function ThemeButton(): JSX.Element {
  const page = usePage();
  const theme = usePageState((state) => state.theme);
  const other = theme === 'dark' ? 'light' : 'dark';
  const label = say(other === 'dark' ? 'theme.toDark' : 'theme.toLight');
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={() => {
        page.store.setState({ theme: other });
        remember('theme', other);
      }}
    >
      <Icon name={theme === 'dark' ? 'moon' : 'sun'} />
    </button>
  );
}

const SIZES = [10, 11, 12, 12.5, 13, 14, 15, 16, 18, 20, 24];

export function Menu(): JSX.Element {
  const page = usePage();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes, wherever in it the focus is
    <div
      class="menu"
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      <button
        type="button"
        class="icon-button"
        aria-expanded={open}
        aria-label={say('menu.label')}
        title={say('menu.label')}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open ? <MenuBody page={page} /> : null}
    </div>
  );
}

function MenuBody({ page }: { page: ReturnType<typeof usePage> }): JSX.Element {
  const size = usePageState((state) => state.fontSize);
  const reader = usePageState((state) => state.screenReader);
  const resize = (step: number): void => {
    const nearest = SIZES.findIndex((one) => one >= size);
    const next = SIZES[Math.min(SIZES.length - 1, Math.max(0, nearest + step))]!;
    page.store.setState({ fontSize: next });
    remember('fontSize', next);
  };
  return (
    <div class="menu-body">
      <div class="row">
        <span>{say('menu.fontSize')}</span>
        <button type="button" class="icon-button" aria-label={say('menu.smaller')} onClick={() => resize(-1)}>
          <Icon name="minus" />
        </button>
        <span class="mono">{size}</span>
        <button type="button" class="icon-button" aria-label={say('menu.larger')} onClick={() => resize(1)}>
          <Icon name="plus" />
        </button>
      </div>
      <label class="row">
        <input
          type="checkbox"
          checked={reader}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            page.store.setState({ screenReader: on });
            remember('screenReader', on);
          }}
        />
        <span>{say('menu.screenReader')}</span>
      </label>
      <p class="note">{say('menu.keys')}</p>
      <p class="note">{say('menu.version', { version: '0.1.0' })}</p>
    </div>
  );
}
