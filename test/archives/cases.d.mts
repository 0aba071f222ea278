/** Archives by the names of their cases. */
export const CASES: Readonly<Record<string, Uint8Array>>;
