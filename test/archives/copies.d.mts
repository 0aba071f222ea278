export interface DockerAnswer {
  readonly exit: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}
export interface CopyCase {
  readonly steps: readonly string[];
  readonly create?: string;
  readonly running?: boolean;
}
export const PREFIX: string;
export const CONTAINER: string;
export const IMAGE: string;
export const DOCKERFILE: string;
export function wordsOf(line: string): string[];
export function play(
  given: CopyCase,
  docker: (words: readonly string[], input?: Uint8Array) => Promise<DockerAnswer>,
  folder: string,
): Promise<readonly object[]>;
