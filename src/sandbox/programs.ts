/** The program table: busybox with its applets and the shell, and userland's other programs. */
import type { ProgramTable } from '../kernel/index.ts';

export const programs: ProgramTable = {};
