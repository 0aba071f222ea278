export interface LoadCase {
  readonly tar: Buffer;
  readonly images: readonly { readonly id: string }[];
  readonly args?: readonly string[];
  /** Names of images to ask for. */
  readonly ask?: readonly string[];
  /** Why we take what Docker refuses. */
  readonly beyond?: string;
}
export const NAME: string;
export const CASES: Readonly<Record<string, LoadCase>>;
