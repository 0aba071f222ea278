/** Waiting for a container's end, begun before it starts so that a short life is not missed. */
import { chunksOf, collect, decode } from '../../base/index.ts';
import type { Cli } from '../command.ts';
import { query } from '../engine.ts';
import { failure } from '../failure.ts';

interface Ended {
  readonly StatusCode: number;
  readonly Error?: { readonly Message?: string } | null;
}

/**
 * Resolves to a promise of the exit code once the engine waits: its headers say so.
 * (The outer promise would swallow the inner one if it were returned bare.)
 */
export async function waitFor(
  cli: Cli,
  id: string,
  condition: 'next-exit' | 'removed' | 'not-running',
): Promise<Waiting> {
  const response = await cli.engine.stream('POST', `/containers/${id}/wait${query({ condition })}`);
  const code = collect(chunksOf(response.body)).then((body) => {
    const ended = JSON.parse(decode(body)) as Ended;
    if (ended.Error?.Message) throw failure(`Error waiting for container: ${ended.Error.Message}`, 125);
    return ended.StatusCode;
  });
  // Whoever does not ask for the code must not make it an unhandled rejection.
  code.catch(() => {});
  return { code };
}

export interface Waiting {
  readonly code: Promise<number>;
}
