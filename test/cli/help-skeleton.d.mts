export interface Skeleton {
  readonly usage: string;
  /** Names of commands or aliases, or flags, by heading. */
  readonly sections: Readonly<
    Record<string, readonly string[] | { readonly column: number; readonly flags: readonly string[] }>
  >;
  readonly closing: readonly string[];
}
export function skeletonOf(text: string): Skeleton;
export const helpPaths: readonly string[];
