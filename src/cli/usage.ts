/**
 * What Docker says when a command line is wrong: unknown words, wrong counts, refused flags.
 *
 * The three spellings of the last line (`See`, `Run`, `SRun`) are Docker 28's own.
 */
import type { Command, Flag } from './command.ts';
import { failure } from './failure.ts';

/** The usage line without its newline. */
function usageLine(path: string, command: Command): string {
  if (path === 'docker') return 'Usage:  docker [OPTIONS] COMMAND [ARG...]';
  // Of all groups only this one says COMMAND in its short usage.
  const bare = command.children.length > 0 && path !== 'docker volume';
  const usage = bare ? '' : command.usage;
  return `Usage:  ${path}${usage === '' ? '' : ` ${usage}`}`;
}

/** What follows a wrong flag, with its newline. */
export function usageHint(path: string, command: Command): string {
  return `${usageLine(path, command)}\n\nRun '${path} --help' for more information\n`;
}

export function unknownCommand(path: string, command: Command, word: string): Error {
  const usage = path === 'docker' ? '' : `${usageLine(path, command)}\n\n`;
  return failure(
    `docker: unknown command: ${path} ${word}\n\n${usage}Run '${path} --help' for more information`,
  );
}

export function refusedFlag(flag: Flag): Error {
  return failure(`docker: --${flag.name} is not supported by Strata`, 125);
}

/** Undefined where so many arguments are right. */
export function countComplaint(path: string, command: Command, given: number): string | undefined {
  const { least, most, exact = false } = command.count;
  if (given >= least && given <= most) return undefined;
  const prefix = path.startsWith('docker buildx') ? 'ERROR: docker' : 'docker';
  const [needs, see] = wordsFor(least, most, exact);
  return `${prefix}: '${path}' ${needs}\n\n${usageLine(path, command)}\n\n${see} '${path} --help' for more information`;
}

function wordsFor(least: number, most: number, exact: boolean): [string, string] {
  const plural = (count: number): string => `${count} argument${count === 1 ? '' : 's'}`;
  if (most === 0 && !exact) return ['accepts no arguments', 'Run'];
  if (least === most) return [`requires ${plural(least)}`, 'Run'];
  if (most === Number.POSITIVE_INFINITY) return [`requires at least ${plural(least)}`, 'See'];
  if (least === 0) return [`requires at most ${plural(most)}`, 'SRun'];
  return [`requires at least ${least} and at most ${plural(most)}`, 'Run'];
}
