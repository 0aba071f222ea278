/**
 * The two faces, fetched after the prompt. The terminal measures its cells once, so it takes the mono
 * face only where that is there before it opens: from the second visit on, out of the offline copy.
 */
import { remember, remembered } from './remember.ts';

const MONO = '"JetBrains Mono Variable"';
/** So long a second visit's terminal waits for its face, ms. */
const PATIENCE = 150;

/** The terminal's font family: with our face where that is loaded, with the system's otherwise. */
export async function terminalFont(): Promise<string> {
  const stack = getComputedStyle(document.documentElement).getPropertyValue('--mono').trim();
  const system = stack.split(',').slice(1).join(',').trim();
  if (!remembered('fonts', false)) return system;
  const loaded = await Promise.race([loadFonts(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  return loaded ? stack : system;
}

/** Loads both faces; true when the mono face is there. */
export async function loadFonts(): Promise<boolean> {
  try {
    await import('./style/fonts.css');
    const faces = await document.fonts.load(`12px ${MONO}`);
    if (faces.length) remember('fonts', true);
    return faces.length > 0;
  } catch {
    return false;
  }
}
