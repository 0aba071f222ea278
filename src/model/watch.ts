/**
 * Keeps a `Model` up to date over a transport: asks for the state, listens to the events, asks again
 * when an event says that something changed.
 */
import type { StrataEvent, StrataState, Transport } from '../api/index.ts';
import { chunksOf, collect, decode } from '../base/index.ts';
import { emptyModel, foldEvent, foldState } from './fold.ts';
import type { Model } from './types.ts';

interface WatchOptions {
  /** Called once where the engine has no Strata routes: a real Docker engine. */
  readonly onUnavailable?: () => void;
  readonly now?: () => number;
  /** Changes within so many milliseconds are asked for once. */
  readonly debounce?: number;
  /** First pause before trying again after a broken connection, ms; doubles up to 5 s. */
  readonly retry?: number;
}

interface Watch {
  /** The latest model. */
  current(): Model;
  /** Asks now; resolves when the answer is folded in. */
  refresh(): Promise<Model>;
  close(): void;
}

/** A JSON line longer than this is not from our engine. */
const LONGEST_LINE = 16 << 20;

export function watchModel(
  transport: Transport,
  onChange: (model: Model) => void,
  options: WatchOptions = {},
): Watch {
  const { now = Date.now, debounce = 30, retry = 250 } = options;
  const closing = new AbortController();
  let model = emptyModel;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const take = (next: Model): void => {
    if (next === model || closing.signal.aborted) return;
    model = next;
    onChange(model);
  };
  const refresh = async (): Promise<Model> => {
    const response = await transport({ method: 'GET', path: '/strata/v1/state', signal: closing.signal });
    const body = await collect(chunksOf(response.body));
    if (response.status === 404) throw new Unavailable();
    if (response.status === 200) take(foldState(model, JSON.parse(decode(body)) as StrataState, now()));
    return model;
  };
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      refresh().catch(() => {});
    }, debounce);
  };
  const hear = (event: StrataEvent): void => {
    if (event.type === 'state') {
      if (event.version !== model.version) soon();
      return;
    }
    // A trace changes thin layers' sizes, which only the state tells.
    if (event.type === 'trace') soon();
    take(foldEvent(model, event, now()));
  };

  void follow(transport, closing.signal, retry, refresh, hear).catch((error) => {
    if (error instanceof Unavailable) options.onUnavailable?.();
  });
  return {
    current: () => model,
    refresh,
    close() {
      clearTimeout(timer);
      closing.abort();
    },
  };
}

class Unavailable extends Error {}

/** Listens until closed; after a broken connection it asks for the state again, since it missed some. */
async function follow(
  transport: Transport,
  signal: AbortSignal,
  retry: number,
  refresh: () => Promise<unknown>,
  hear: (event: StrataEvent) => void,
): Promise<void> {
  for (let pause = retry; !signal.aborted; pause = Math.min(2 * pause, 5000)) {
    try {
      const response = await transport({ method: 'GET', path: '/strata/v1/events', signal });
      // First listen, then ask: what changes in between is heard.
      await refresh();
      if (response.status === 200) {
        pause = retry;
        for await (const line of linesOf(chunksOf(response.body))) hear(JSON.parse(line) as StrataEvent);
      } else response.body.cancel();
    } catch (error) {
      if (error instanceof Unavailable) throw error;
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    if (rest.length > LONGEST_LINE) throw new RangeError('event line too long');
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      const line = rest.slice(0, end).trim();
      rest = rest.slice(end + 1);
      if (line) yield line;
    }
  }
}
