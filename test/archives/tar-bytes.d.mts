export function entry(entry: object): Buffer;
export function pax(records: readonly (readonly [string, string | Uint8Array])[], type?: string): Buffer;
export function base256(value: number | bigint, width: number): Buffer;
export const END: Buffer;
