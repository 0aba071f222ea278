/**
 * Small choices that outlast a visit: theme, sizes, where the lesson is. Where storage is refused
 * (private windows, embeds) they last until the page closes.
 */
const PREFIX = 'strata.';
const fallback = new Map<string, string>();

export function remembered<T>(name: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(PREFIX + name) ?? fallback.get(name);
    if (text === null || text === undefined) return otherwise;
    const value: unknown = JSON.parse(text);
    return typeof value === typeof otherwise ? (value as T) : otherwise;
  } catch {
    return otherwise;
  }
}

export function remember(name: string, value: string | number | boolean): void {
  const text = JSON.stringify(value);
  fallback.set(name, text);
  try {
    localStorage.setItem(PREFIX + name, text);
  } catch {
    // Kept for this visit.
  }
}
