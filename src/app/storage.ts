/** A database where the browser lets us have one, else memory: a session that leaves nothing behind. */
import { type Backend, createIndexedDbBackend, createMemoryBackend } from '../store/index.ts';

export interface Opened {
  readonly backend: Backend;
  /** What is kept goes with the tab. */
  readonly temporary: boolean;
}

/** Tries the database, since some browsers have it and refuse it: cookies blocked, a full disk, a policy. */
export async function openBackend(name: string): Promise<Opened> {
  try {
    const backend = createIndexedDbBackend(name);
    await backend.keys('meta');
    return { backend, temporary: false };
  } catch {
    return { backend: createMemoryBackend(), temporary: true };
  }
}
