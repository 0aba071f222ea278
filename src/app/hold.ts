/**
 * One tab at a time holds a sandbox: a Web Lock, and a channel on which another tab asks for it.
 *
 * The holder hands over cleanly: it flushes, ends its workers, then lets the lock go. One that does
 * not answer has its lock stolen. A page that goes into the back/forward cache would keep its lock,
 * so it hands over on `pagehide` and loads anew on `pageshow`.
 */
export interface Holder {
  /** The sandbox is this tab's. */
  onHeld(): void;
  /** Another tab holds it. */
  onElsewhere(): void;
  /** Called before the sandbox goes to another tab; nothing is written after it resolves. */
  handOver(): Promise<void>;
  /** It is another tab's now. */
  onTaken(): void;
}

/** So long a holder may take before its lock is stolen, ms. */
const PATIENCE = 4000;

/** Asks for the sandbox; answers a function that takes it over from another tab. */
export function holdSandbox(name: string, holder: Holder): () => void {
  const lock = `strata.${name}`;
  // Without Web Locks (a page that is not a secure context) there is nobody to ask.
  if (!('locks' in navigator)) {
    holder.onHeld();
    return () => {};
  }
  const channel = new BroadcastChannel(lock);
  let letGo: (() => void) | undefined;
  let waiting: AbortController | undefined;

  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      waiting = undefined;
      letGo = resolve;
      holder.onHeld();
    });
  const stolen = (): void => {
    if (!letGo) return;
    letGo = undefined;
    holder.onTaken();
    wait();
  };
  /** Stands in the queue: the sandbox is ours when the tab that holds it closes or dies. */
  const wait = (): void => {
    const { signal } = (waiting = new AbortController());
    navigator.locks.request(lock, { signal }, hold).catch(() => {
      if (!signal.aborted) stolen();
    });
  };
  const release = async (): Promise<void> => {
    const free = letGo;
    if (!free) return;
    letGo = undefined;
    await holder.handOver().catch(() => {});
    free();
  };

  channel.onmessage = ({ data }) => {
    if (data !== 'take') return;
    if (letGo) {
      void release().then(() => {
        holder.onTaken();
        wait();
      });
    } else if (waiting) {
      // Behind the tab that asks.
      waiting.abort();
      wait();
    }
  };
  addEventListener('pagehide', () => {
    waiting?.abort();
    void release();
  });
  addEventListener('pageshow', (event: PageTransitionEvent) => {
    if (event.persisted) location.reload();
  });
  navigator.locks
    .request(lock, { ifAvailable: true }, (granted) => {
      if (granted) return hold();
      holder.onElsewhere();
      wait();
      return undefined;
    })
    .catch((error: DOMException) => {
      // Where storage is denied, so are locks; then there is nothing to share either.
      if (error.name === 'SecurityError') holder.onHeld();
      else stolen();
    });

  return () => {
    channel.postMessage('take');
    if (!waiting) wait();
    setTimeout(() => {
      if (letGo) return;
      waiting?.abort();
      navigator.locks.request(lock, { steal: true }, hold).catch(stolen);
    }, PATIENCE);
  };
}
