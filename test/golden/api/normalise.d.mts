export function answerOf(
  response: { status: number; headers: Readonly<Record<string, unknown>>; bytes: Uint8Array },
  step: { readonly as?: string; readonly pick?: readonly string[] },
): unknown;
