/** Running processes as ps, pidof, killall and their kin see them. */
import type { ProcessInfo, Sys } from '../kernel/index.ts';
import { compileRegex, type Regex, RegexError } from '../posix/index.ts';
import type { Io } from './io.ts';
import { baseName } from './paths.ts';

export function sortedProcesses(sys: Sys): ProcessInfo[] {
  return [...sys.processes()].sort((a, b) => a.pid - b.pid);
}

/** Arguments in a line, without what would move a terminal's cursor. */
export function commandLine({ argv, comm }: ProcessInfo): string {
  return argv.length > 0 ? argv.join(' ').replace(/[\x00-\x1f\x7f]/g, ' ') : `[${comm}]`;
}

/** An expression over names or command lines; ends the program where it is none. */
export function compileFilter(io: Io, pattern: string): Regex {
  try {
    return compileRegex(pattern, { extended: true });
  } catch (error) {
    if (error instanceof RegexError) return io.die(`bad regex '${pattern}': ${error.message}`);
    throw error;
  }
}

/** Processes that a program's name means, the asking one left out. */
export function processesNamed(sys: Sys, name: string): ProcessInfo[] {
  return sortedProcesses(sys).filter(
    ({ pid, comm, argv }) =>
      pid !== sys.pid && (comm === name.slice(0, 15) || baseName(argv[0] ?? '') === baseName(name)),
  );
}
