/** Pulling: POST /images/create and its progress. */

import { canonicalName, parseReference } from '../../oci/index.ts';
import { authHeaders } from '../auth/headers.ts';
import type { Cli } from '../command.ts';
import { query } from '../engine.ts';
import { showProgress } from './progress.ts';

export interface PullRequest {
  /** With tag or digest. */
  readonly reference: string;
  readonly platform: string | undefined;
  readonly quiet: boolean;
  readonly allTags: boolean;
  /** Where progress goes. */
  readonly fd: 1 | 2;
}

/** @throws ECLI */
export async function pullImage(
  cli: Cli,
  { reference, platform, quiet, allTags, fd }: PullRequest,
): Promise<void> {
  const parsed = parseReference(reference);
  const name = canonicalName(parsed);
  const path = `/images/create${query({
    fromImage: name,
    tag: allTags ? undefined : (parsed.digest ?? parsed.tag),
    platform,
  })}`;
  const headers = await authHeaders(cli, parsed.domain);
  const response = await cli.engine.stream('POST', path, { headers });
  await showProgress(cli, response.body, quiet ? undefined : fd);
}
