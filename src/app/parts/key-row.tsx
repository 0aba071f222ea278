/** Keys that a touch screen's keyboard lacks, or hides. What does not fit is reached by scrolling. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../later-strings.ts';
import { usePage } from '../page-context.ts';
import { terminalSlot } from '../terminal-slot.ts';

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

export function KeyRow(): JSX.Element {
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
