export const SIZE: { readonly rows: number; readonly columns: number };
export function keysOf(step: string): string;
export function createScreen(): { write(bytes: Uint8Array): Promise<undefined>; show(): string };
