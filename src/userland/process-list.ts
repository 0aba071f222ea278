/** Running processes as ps, pidof, killall and their kin see them. */
import type { ProcessInfo, Sys } from '../kernel/index.ts';
import { baseName } from './paths.ts';

export function sortedProcesses(sys: Sys): ProcessInfo[] {
  return [...sys.processes()].sort((a, b) => a.pid - b.pid);
}

/** Arguments in a line, without what would move a terminal's cursor. */
export function commandLine({ argv, comm }: ProcessInfo): string {
  return argv.length > 0 ? argv.join(' ').replace(/[\x00-\x1f\x7f]/g, ' ') : `[${comm}]`;
}

/** Processes that a program's name means, the asking one left out. */
export function processesNamed(sys: Sys, name: string): ProcessInfo[] {
  return sortedProcesses(sys).filter(
    ({ pid, comm, argv }) =>
      pid !== sys.pid && (comm === name.slice(0, 15) || baseName(argv[0] ?? '') === baseName(name)),
  );
}
