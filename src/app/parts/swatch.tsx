/** A sample of an origin's colour and pattern. */
import type { JSX } from 'preact';

export function Swatch({ origin }: { origin: 'base' | 'run' | 'copy' | 'container' }): JSX.Element {
  return <span class={`swatch swatch-${origin}`} aria-hidden="true" />;
}
