export interface Case {
  readonly name: string;
  readonly text: string;
  readonly command: string;
  readonly stdin: string;
  readonly needsWaiting: boolean;
}

export const folder: URL;
export const cases: readonly Case[];
export function comparable(text: string, root: string): string;
