export const cases: readonly (readonly [string, string])[];
export function answer(
  realm: string,
  origin: string,
  request: { readonly url: string; readonly authorization: string | undefined },
): { readonly status: number; readonly headers: Record<string, string>; readonly body: string };
