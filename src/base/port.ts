/**
 * Message ports, whatever the platform's own are: Worker, MessagePort, worker_threads.
 *
 * Both ends see messages in order. `close` is noticed by the other end where the platform can tell;
 * protocols that must know send a message of their own first.
 */
export interface Port {
  post(message: unknown, transfer?: Transferable[]): void;
  /** Replaces the listener; messages that came before the first one are kept for it. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when the other side is closed or dies, where the platform reports it. */
  onClose(listener: () => void): void;
  close(): void;
}

/** What MessagePort, Worker and a worker's global scope have in common, in browsers and in Node. */
interface MessagePortLike {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void;
  start?(): void;
  close?(): void;
}

/** Wraps a web-style port (Node's global MessagePort is one as well). */
export function portOf(like: MessagePortLike): Port {
  const waiting: unknown[] = [];
  const closers: (() => void)[] = [];
  let listener: ((message: unknown) => void) | undefined;
  let closed = false;
  like.addEventListener('message', (event) => {
    if (listener) listener(event.data);
    else waiting.push(event.data);
  });
  like.addEventListener('close', () => {
    if (closed) return;
    closed = true;
    for (const closer of closers) closer();
  });
  like.start?.();
  return {
    post: (message, transfer) => {
      if (!closed) like.postMessage(message, transfer ?? []);
    },
    onMessage(next) {
      listener = next;
      while (waiting.length && listener === next) next(waiting.shift());
    },
    onClose(closer) {
      if (closed) closer();
      else closers.push(closer);
    },
    close() {
      closed = true;
      like.close?.();
    },
  };
}
