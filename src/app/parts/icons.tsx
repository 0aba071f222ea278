/** Sixteen-pixel line icons, always beside text unless a label says what they do. */
import type { JSX } from 'preact';

const PATHS = {
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 0 0 0-5.6M8 1.2v1.3M8 13.5v1.3M1.2 8h1.3M13.5 8h1.3M3.2 3.2l.9.9M11.9 11.9l.9.9M12.8 3.2l-.9.9M4.1 11.9l-.9.9',
  moon: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  book: 'M8 4.2v9.3M8 4.2C6.8 3 4.8 2.6 2 2.7v9c2.8-.1 4.8.4 6 1.8c1.2-1.4 3.2-1.9 6-1.8v-9c-2.8-.1-4.8.3-6 1.5z',
  panel: 'M2.5 3h11v10h-11zM6 3v10',
  check: 'M3 8.6l3.2 3.2L13 4.6',
  todo: 'M8 2.8a5.2 5.2 0 1 0 0 10.4a5.2 5.2 0 0 0 0-10.4',
  right: 'M6.2 3.8L10.4 8l-4.2 4.2',
  down: 'M3.8 6.2L8 10.4l4.2-4.2',
  up: 'M3.8 9.8L8 5.6l4.2 4.2',
  enter: 'M13 3.5v4.2c0 1-.6 1.6-1.6 1.6H3.4M6.2 6.4L3.2 9.3l3 2.9',
  close: 'M4 4l8 8M12 4l-8 8',
  flag: 'M3.5 14V2.8h9.2l-2.4 3l2.4 3H3.5',
  file: 'M4 2h5.2L12 4.8V14H4zM9 2v3h3',
  plus: 'M8 3.2v9.6M3.2 8h9.6',
  find: 'M7 2.6a4.4 4.4 0 1 0 0 8.8a4.4 4.4 0 0 0 0-8.8M10.2 10.2l3.4 3.4',
  minus: 'M3.2 8h9.6',
  fit: 'M2.8 6V2.8H6M10 2.8h3.2V6M13.2 10v3.2H10M6 13.2H2.8V10',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** Three layers and a thin one: the mark. */
export function Mark(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 20 17" width="20" height="17" aria-hidden="true">
      <rect x="0" y="0" width="6" height="5" fill="var(--container)" />
      <rect x="0" y="6" width="13" height="5" class="mark-run" />
      <rect x="0" y="12" width="20" height="5" class="mark-base" />
    </svg>
  );
}
