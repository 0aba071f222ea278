/** (see below) */
import type { JSX } from 'preact';
export function Lesson(): JSX.Element {
  return <section class="side" />;
}
