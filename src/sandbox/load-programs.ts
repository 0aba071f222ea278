/** Built-in programs, loaded when the first machine that runs them boots. */
import type { ProgramTable } from '../kernel/index.ts';

/** busybox, a shell of this dialect (`ash` in containers), and userland's other programs. */
export async function loadPrograms(dialect?: 'ash' | 'laptop'): Promise<ProgramTable> {
  return (await import('./programs.ts')).composePrograms(dialect);
}
