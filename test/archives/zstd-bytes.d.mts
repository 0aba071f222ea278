export function zstdRaw(bytes: Uint8Array): Buffer;
