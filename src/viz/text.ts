/**
 * Fitting words into boxes, by arithmetic, so that a scene is the same everywhere.
 *
 * JetBrains Mono advances 0.6 em exactly; the prose face is estimated on the wide side.
 */
import type { Voice } from './shapes.ts';

/** CSS px that a character takes at 12 px. */
export const MONO = 7.2;
const PROSE = 6.1;

export function widthOf(text: string, voice: Voice): number {
  return [...text].length * (voice === 'prose' || voice === 'strong' || voice === 'quiet' ? PROSE : MONO);
}

/** The text cut at its end with `…`; undefined where fewer than three characters would be left. */
export function cut(text: string, voice: Voice, width: number): string | undefined {
  if (widthOf(text, voice) <= width) return text;
  const characters = [...text];
  const fits = Math.floor(width / (widthOf('x', voice) || 1)) - 1;
  return fits >= 2 ? `${characters.slice(0, fits).join('').trimEnd()}…` : undefined;
}
