/** Ids, long texts and labels, cut as Docker cuts them. */

/** The first twelve digits of an id, without its algorithm. */
export function shortId(id: string): string {
  const at = id.indexOf(':');
  return (at < 0 ? id : id.slice(at + 1)).slice(0, 12);
}

/** At most so many characters, the last an ellipsis where something is missing. */
export function ellipsis(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** `a=b,c=d`, by name. */
export function labelText(labels: Readonly<Record<string, string>> | null | undefined): string {
  return Object.entries(labels ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(',');
}
