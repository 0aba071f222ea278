/**
 * JavaScript Promise Integration: a guest's stack is put aside while a call of it waits.
 * @see https://github.com/WebAssembly/js-promise-integration
 */

/** What TypeScript's library does not know yet. */
interface Integration {
  /** An import that may answer with a promise. */
  Suspending: new <A extends unknown[]>(
    call: (...args: A) => unknown,
  ) => WebAssembly.ImportValue;
  /** An export whose imports may. */
  promising: <A extends unknown[], T>(call: (...args: A) => T) => (...args: A) => Promise<T>;
}

/** Undefined where the host has none. */
export const integration = 'Suspending' in WebAssembly ? (WebAssembly as unknown as Integration) : undefined;
/** Whether a guest can be put aside in the middle of a call. */
export const canWait = integration !== undefined;
