/** Ids as people see them. */

/** The first twelve digits of an id or a digest. */
export function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}
