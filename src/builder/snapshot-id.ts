/** Names of snapshots and of the worker that holds them, as BuildKit's errors have them. */
import { systemRandom, toHex } from '../base/index.ts';

/** 25 characters of base 36. */
export function snapshotId(): string {
  return BigInt(`0x${randomHex(16)}`)
    .toString(36)
    .padStart(25, '0');
}

/** One for as long as this engine runs. */
const WORKER = [4, 2, 2, 2, 6].map(randomHex).join('-');

export function newRef(): string {
  return `${WORKER}::${snapshotId()}`;
}

function randomHex(bytes: number): string {
  return toHex(systemRandom.bytes(bytes));
}
