/** ChainIDs: which stack of layers a layer stands on top of. @see OCI image-spec, config.md, "Layer ChainID" */
import { type Digest, digestSync } from '../base/index.ts';

/**
 * ChainIDs of a stack of layers, lowest first: each names a layer together with all below it.
 *
 * @see OCI image-spec, config.md, "Layer ChainID"
 */
export function chainIds(diffIds: readonly Digest[]): Digest[] {
  const chain: Digest[] = [];
  for (const diffId of diffIds) {
    const below = chain.at(-1);
    chain.push(below ? digestSync(`${below} ${diffId}`) : diffId);
  }
  return chain;
}
