/** A whole file of the laptop's; `-` is the standard input. */
import { concat } from '../../base/index.ts';
import type { Sys } from '../../kernel/index.ts';
import { O_RDONLY } from '../../posix/index.ts';

/** @throws PosixError */
export async function readWhole(sys: Sys, path: string): Promise<Uint8Array> {
  const fd = path === '-' ? 0 : await sys.open(path, O_RDONLY);
  const parts: Uint8Array[] = [];
  const buffer = new Uint8Array(65_536);
  for (let count = await sys.read(fd, buffer); count > 0; count = await sys.read(fd, buffer)) {
    parts.push(buffer.slice(0, count));
  }
  if (fd !== 0) await sys.close(fd);
  return concat(parts);
}
