/**
 * base: what every folder may use and no program is about: bytes, digests, errors, time, ports.
 *
 * Pure TypeScript over what browsers, workers and Node share. Knows no other folder.
 */
export * from './base32.ts';
export * from './bytes.ts';
export * from './clock.ts';
export * from './crc32.ts';
export * from './decompress.ts';
export * from './digest.ts';
export * from './duplex.ts';
export * from './emitter.ts';
export * from './errors.ts';
export * from './go-json.ts';
export * from './go-json-read.ts';
export * from './gzip.ts';
export * from './hash.ts';
export * from './maybe.ts';
export * from './peek.ts';
export * from './port.ts';
export * from './processors.ts';
export * from './rpc.ts';
export * from './tar.ts';
export { type SparsePiece, wholeContents } from './tar-sparse.ts';
export * from './tar-stream.ts';
export * from './tar-write.ts';
export * from './text.ts';
