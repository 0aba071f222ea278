/** An image config's text as a document. */
import { StrataError } from '../base/index.ts';
import type { ImageConfig } from './types.ts';

/**
 * Reads a config, a stranger's too. Go writes lists without members as `null`: here they are empty.
 *
 * @throws StrataError `EIMAGECONFIG` in dockerd's words
 */
export function readImageConfig(text: string): ImageConfig {
  const parsed = parse(text);
  const rootfs = (parsed as Partial<ImageConfig> | null)?.rootfs;
  const diffIds = rootfs?.diff_ids ?? [];
  if (rootfs?.type !== 'layers' || !Array.isArray(diffIds)) {
    throw new StrataError('EIMAGECONFIG', 'invalid rootfs in image configuration');
  }
  const { history } = parsed as ImageConfig;
  const steps = (Array.isArray(history) ? history : []).filter((step) => !step.empty_layer);
  if (steps.length > diffIds.length) {
    throw new StrataError('EIMAGECONFIG', 'too many non-empty layers in History section');
  }
  return {
    ...(parsed as ImageConfig),
    rootfs: { ...rootfs, diff_ids: diffIds },
    ...(history === null ? { history: [] } : {}),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StrataError('EIMAGECONFIG', `invalid image config: ${why}`, {}, error);
  }
}
