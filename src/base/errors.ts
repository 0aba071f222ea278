/**
 * The one base class of errors that Strata throws on purpose.
 *
 * `code` is what programs switch on (an errno name in the kernel, an HTTP-ish kind in the engine),
 * `message` is what people read, in the words of the real thing.
 */
export class StrataError extends Error {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, data: Record<string, unknown> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StrataError';
    this.code = code;
    this.data = data;
  }
}

/** The text of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The code of anything that was thrown, if it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
