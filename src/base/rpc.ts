/**
 * Typed calls over a port: each side offers named async functions and calls the other's.
 *
 * Errors cross with name, message, code and data, so that an errno thrown in one worker can be
 * switched on in another. Streams do not go through here: they get a port of their own (duplex.ts).
 */
import { StrataError } from './errors.ts';
import type { Port } from './port.ts';

// biome-ignore lint/suspicious/noExplicitAny: the constraint of a generic over any signature
export type Api = Record<string, (...args: any[]) => any>;

/** The other side's functions, each answering with a promise. */
export type Remote<T extends Api> = {
  [K in keyof T]: (...args: Parameters<T[K]>) => Promise<Awaited<ReturnType<T[K]>>>;
};

/** Marks objects in arguments or results to be transferred and not cloned. */
export function transferring<T>(value: T, transfer: Transferable[]): T {
  transfers.set(value as object, transfer);
  return value;
}

const transfers = new WeakMap<object, Transferable[]>();

interface Call {
  readonly t: 'call';
  readonly id: number;
  readonly name: string;
  readonly args: unknown[];
}
interface Tell {
  readonly t: 'tell';
  readonly name: string;
  readonly args: unknown[];
}
interface Done {
  readonly t: 'done';
  readonly id: number;
  readonly value: unknown;
}
interface Failed {
  readonly t: 'fail';
  readonly id: number;
  readonly error: WireError;
}
export interface WireError {
  readonly name: string;
  readonly code?: string;
  readonly message: string;
  readonly data?: Record<string, unknown>;
}

export interface Rpc<T extends Api> {
  readonly remote: Remote<T>;
  /** Calls without an answer; an error on the other side is lost, so for notifications only. */
  tell<K extends keyof T & string>(name: K, ...args: Parameters<T[K]>): void;
  /** Rejects all calls that wait with `error`; later calls fail at once. Does not close the port. */
  fail(error: Error): void;
}

/** Serves `local` on a port and gives the other side's functions. */
export function connect<T extends Api>(port: Port, local: Api = {}): Rpc<T> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  let nextId = 1;
  let broken: Error | undefined;

  port.onMessage((raw) => {
    const message = raw as Call | Tell | Done | Failed;
    if (message.t === 'call') void answer(port, local, message);
    else if (message.t === 'tell') local[message.name]?.(...message.args);
    else {
      const waiter = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.t === 'done') waiter?.resolve(message.value);
      else waiter?.reject(fromWire(message.error));
    }
  });
  port.onClose(() => fail(new StrataError('EPIPE', 'the worker at the other end is gone')));

  function fail(error: Error): void {
    broken = error;
    for (const waiter of waiting.values()) waiter.reject(error);
    waiting.clear();
  }
  const remote = new Proxy({} as Remote<T>, {
    get: (_, name: string) =>
      // A proxy that answers to `then` would be taken for a promise.
      name === 'then'
        ? undefined
        : (...args: unknown[]) =>
            new Promise((resolve, reject) => {
              if (broken) return reject(broken);
              const id = nextId++;
              waiting.set(id, { resolve, reject });
              port.post({ t: 'call', id, name, args } satisfies Call, transfersOf(args));
            }),
  });
  return {
    remote,
    tell: (name, ...args) => port.post({ t: 'tell', name, args } satisfies Tell, transfersOf(args)),
    fail,
  };
}

async function answer(port: Port, local: Api, call: Call): Promise<void> {
  try {
    const handler = local[call.name];
    if (!handler) throw new StrataError('ENOSYS', `no such function: ${call.name}`);
    const value: unknown = await handler(...call.args);
    port.post({ t: 'done', id: call.id, value } satisfies Done, transfersOf([value]));
  } catch (error) {
    port.post({ t: 'fail', id: call.id, error: toWire(error) } satisfies Failed);
  }
}

function transfersOf(values: unknown[]): Transferable[] {
  const all: Transferable[] = [];
  for (const value of values) {
    const own = typeof value === 'object' && value !== null ? transfers.get(value) : undefined;
    if (own) all.push(...own);
  }
  return all;
}

/** An error as plain data. */
export function toWire(error: unknown): WireError {
  if (error instanceof StrataError) {
    return { name: error.name, code: error.code, message: error.message, data: { ...error.data } };
  }
  if (error instanceof Error) {
    const code = (error as { code?: unknown }).code;
    return { name: error.name, message: error.message, ...(typeof code === 'string' ? { code } : {}) };
  }
  return { name: 'Error', message: String(error) };
}

/** Plain data back to an error; one with a code becomes a StrataError. */
export function fromWire(wire: WireError): Error {
  if (wire.code !== undefined) return new StrataError(wire.code, wire.message, wire.data);
  const error = new Error(wire.message);
  error.name = wire.name;
  return error;
}
