/** A container's side of a copy: what is at a path, as the engine tells it in a header. */
import type { ApiResponse } from '../../api/index.ts';
import { decode, fromBase64 } from '../../base/index.ts';
import type { Cli } from '../command.ts';
import { query, segment } from '../engine.ts';
import { failure } from '../failure.ts';

/** Go's os.FileMode. */
const GO_DIR = 2 ** 31;
const GO_LINK = 2 ** 27;
const GO_DEVICE = 2 ** 26;

export interface RemoteStat {
  readonly isFolder: boolean;
  readonly isLink: boolean;
  readonly isDevice: boolean;
  readonly linkTarget: string;
}

export function archivePath(container: string, path: string, more: Record<string, string> = {}): string {
  return `/containers/${segment(container)}/archive${query({ ...more, path })}`;
}

/** Undefined where the engine knows of no such file or container: whatever follows says so. */
export async function remoteStat(cli: Cli, container: string, path: string): Promise<RemoteStat | undefined> {
  const response = await cli.engine.stream('HEAD', archivePath(container, path), { anyStatus: true });
  response.body.cancel();
  return response.status < 400 ? statIn(response) : undefined;
}

/** @throws ECLI where the header is missing */
export function statIn(response: ApiResponse): RemoteStat {
  const header = response.headers['x-docker-container-path-stat'];
  if (header === undefined) throw failure('unable to decode container path stat header: EOF');
  const { mode, linkTarget } = JSON.parse(decode(fromBase64(header))) as { mode: number; linkTarget: string };
  const has = (bit: number): boolean => Math.floor(mode / bit) % 2 === 1;
  return { isFolder: has(GO_DIR), isLink: has(GO_LINK), isDevice: has(GO_DEVICE), linkTarget };
}
