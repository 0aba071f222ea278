/** RUN: a command whose changes become a layer. */
import { quote } from '../go-text.ts';
import { fault } from '../location.ts';
import { type CommandLine, commandLine, parseFlags, type Request, type Written } from './request.ts';

export interface Run extends Written {
  readonly kind: 'run';
  readonly command: CommandLine;
  /** As written; variables in them are replaced before they are taken apart. */
  readonly mounts: readonly string[];
  readonly network: string;
  readonly devices: readonly string[];
}

export function parseRun(request: Request): Run {
  const flags = parseFlags(request, { mount: 'list', network: 'text', device: 'list' });
  return {
    kind: 'run',
    ...request.written,
    command: commandLine(request),
    mounts: flags.list('mount'),
    network: networkOf(flags.text('network')),
    devices: flags.list('device'),
  };
}

function networkOf(mode: string): string {
  if (['', 'default', 'none', 'host'].includes(mode)) return mode;
  throw fault(`invalid network mode ${quote(mode)}`);
}
