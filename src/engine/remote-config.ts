/** The config of an image that a registry has. */
import { decode } from '../base/index.ts';
import { type ImageConfig, readImageConfig } from '../oci/index.ts';
import type { RemoteImage } from '../registry/index.ts';

/** @throws where the config is none: it is a stranger's document */
export function parseConfig(remote: RemoteImage): ImageConfig {
  return readImageConfig(decode(remote.config));
}
