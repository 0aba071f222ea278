/** Fetching files, and the lines about it: `Get:1 …`, `Ign:2 …`, `Err:3 …`, `Fetched … in …`. */
import { concat } from '../../../base/index.ts';
import { errnoOf } from '../../../posix/index.ts';
import { sizeText, timeText, type Voice } from './words.ts';

export interface Item {
  readonly url: string;
  /** What the lines call it. */
  readonly label: string;
  /** More bytes than these are not read. */
  readonly most: number;
  /** Size that is known beforehand, for the line. */
  readonly size?: number;
}

export type Fetched =
  | { readonly kind: 'got'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly problem: string; readonly isTransient: boolean };

/** Acquire::Retries. */
const RETRIES = 3;

export class Acquire {
  readonly #voice: Voice;
  readonly #started: number;
  #number = 0;
  #bytes = 0;

  constructor(voice: Voice) {
    this.#voice = voice;
    this.#started = voice.io.sys.monotonic();
  }

  /**
   * Fetches files one behind another; who could not be reached is tried again, with the others. What is optional and not
   * there is ignored, and said so.
   */
  async fetchAll(items: readonly Item[], isOptional = false): Promise<Fetched[]> {
    const { io, quiet } = this.#voice;
    const numbers = items.map(() => 0);
    const results: Fetched[] = [];
    let waiting = items.map((_, at) => at);
    for (let round = 0; waiting.length > 0; round++) {
      const again: number[] = [];
      for (const at of waiting) {
        const item = items[at]!;
        numbers[at] ||= ++this.#number;
        const say = (word: string, more: string) => {
          if (quiet < 2) io.print(`${word}:${numbers[at]} ${item.label}${more}\n`);
        };
        const result = await download(this.#voice, item);
        results[at] = result;
        if (result.kind === 'got') {
          say('Get', ` [${sizeText(item.size ?? result.bytes.length)}]`);
          this.#bytes += result.bytes.length;
        } else if (result.kind === 'failed' && result.isTransient && round < RETRIES) {
          say('Ign', '');
          again.push(at);
        } else if (isOptional && result.kind === 'missing') say('Ign', '');
        else say('Err', `\n  ${result.kind === 'missing' ? '404  Not Found' : result.problem}`);
        await io.flush();
      }
      waiting = again;
    }
    return results;
  }

  /** The line behind all of them, where there was something. */
  finish(): void {
    const { io, quiet } = this.#voice;
    if (quiet >= 2 || this.#bytes === 0) return;
    const seconds = (io.sys.monotonic() - this.#started) / 1000;
    io.print(
      `Fetched ${sizeText(this.#bytes)} in ${timeText(seconds)} (${sizeText(seconds > 0 ? this.#bytes / seconds : 0)}/s)\n`,
    );
  }
}

async function download({ io }: Voice, { url, most }: Item): Promise<Fetched> {
  const host = /^\w+:\/\/([^/:]+)/.exec(url)?.[1] ?? '';
  try {
    const response = await io.sys.fetch(url);
    if (response.status === 404) return { kind: 'missing' };
    if (!response.ok)
      return { kind: 'failed', problem: `${response.status}  ${response.statusText}`, isTransient: false };
    const bytes = await read(response, most);
    return bytes
      ? { kind: 'got', bytes }
      : { kind: 'failed', problem: 'File is larger than expected', isTransient: false };
  } catch (error) {
    // Without a network the name is what cannot be resolved.
    if (errnoOf(error) || error instanceof TypeError)
      return { kind: 'failed', problem: `Temporary failure resolving '${host}'`, isTransient: true };
    throw error;
  }
}

/** The body, unless it is longer. */
async function read(response: Response, most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let total = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) return concat(parts);
    total += piece.value.length;
    if (total > most) {
      await reader?.cancel();
      return undefined;
    }
    parts.push(piece.value);
  }
}
