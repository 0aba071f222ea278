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

  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      letGo = resolve;
      holder.onHeld();
    });
  const stolen = (): void => {
    if (!letGo) return;
    letGo = undefined;
    holder.onTaken();
  };
  const release = async (): Promise<void> => {
    const free = letGo;
    if (!free) return;
    letGo = undefined;
    await holder.handOver().catch(() => {});
    free();
  };

  channel.onmessage = ({ data }) => {
    if (data !== 'take' || !letGo) return;
    void release().then(() => holder.onTaken());
  };
  addEventListener('pagehide', () => void release());
  addEventListener('pageshow', (event: PageTransitionEvent) => {
    if (event.persisted) location.reload();
  });
  navigator.locks
    .request(lock, { ifAvailable: true }, (granted) => (granted ? hold() : holder.onElsewhere()))
    .catch(stolen);

  return () => {
    channel.postMessage('take');
    const impatient = new AbortController();
    const timer = setTimeout(() => impatient.abort(), PATIENCE);
    const take = (): Promise<void> => {
      clearTimeout(timer);
      return hold();
    };
    navigator.locks.request(lock, { signal: impatient.signal }, take).catch(() => {
      if (impatient.signal.aborted && !letGo) {
        navigator.locks.request(lock, { steal: true }, hold).catch(stolen);
      } else stolen();
    });
  };
}
