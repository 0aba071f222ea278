/** What packages take for granted and QuickJS was built without: there are no threads to be atomic between. */
Object.defineProperty(globalThis, 'Atomics', { value: {}, writable: true, configurable: true });

/** Once they are loaded: scripts are not to take it for one. */
export const closeGaps = () => delete globalThis.Atomics;
