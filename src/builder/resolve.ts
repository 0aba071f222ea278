/** `[internal] load metadata for …`: asks the host what a base image is, once per reference. */
import { codeOf, digestSync, messageOf, StrataError } from '../base/index.ts';
import type { Platform } from '../oci/index.ts';
import type { Progress } from './progress.ts';
import type { BuildHost, BuildRequest, ImageSource } from './types.ts';

type Resolved = Awaited<ReturnType<ImageSource['resolve']>>;
export type ResolveImage = (reference: string, platform: Platform) => Promise<Resolved>;

export function createResolver(request: BuildRequest, host: BuildHost, progress: Progress): ResolveImage {
  const asked = new Map<string, Promise<Resolved>>();
  return (reference, platform) => {
    const key = `${reference} ${platform.os}/${platform.architecture}/${platform.variant ?? ''}`;
    let answer = asked.get(key);
    if (!answer) {
      answer = ask(reference, platform);
      asked.set(key, answer);
    }
    return answer;
  };

  async function ask(reference: string, platform: Platform): Promise<Resolved> {
    const name = `[internal] load metadata for ${reference}`;
    const vertex = { digest: digestSync(name), inputs: [], name };
    progress.start(vertex);
    try {
      const { pull, signal } = request;
      const found = await host.images.resolve(reference, { pull, platform, signal });
      progress.complete(vertex);
      return found;
    } catch (error) {
      progress.complete(vertex, { error: messageOf(error) });
      const message = `failed to resolve source metadata for ${reference}: ${messageOf(error)}`;
      throw new StrataError(codeOf(error) ?? 'EIMAGE', message, { vertex: name }, error);
    }
  }
}
