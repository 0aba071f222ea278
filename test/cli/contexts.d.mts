export interface ContextCase {
  readonly name: string;
  /** Shell commands that make the files. */
  readonly setup: string;
  /** Arguments of `docker build`. */
  readonly build: string;
  /** File that standard input comes from. */
  readonly input?: string;
  /** The Dockerfile has an ignore file of its own: BuildKit's progress has one step less than ours. */
  readonly ownIgnore?: boolean;
}
export const contexts: readonly ContextCase[];
export function prepare(each: ContextCase, folder: string): void;
export function listTar(bytes: Uint8Array): string[];
export function plainly(text: string): string;
