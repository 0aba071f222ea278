/** RUN: a command whose changes become a layer. */
import { type CommandLine, commandLine, parseFlags, type Request, type Written } from './request.ts';

export interface Run extends Written {
  readonly kind: 'run';
  readonly command: CommandLine;
  /** As written; variables in them are replaced before they are taken apart. */
  readonly mounts: readonly string[];
  readonly network: string;
  readonly security: string;
  readonly devices: readonly string[];
}

export function parseRun(request: Request): Run {
  const flags = parseFlags(request, { mount: 'list', network: 'text', security: 'text', device: 'list' });
  return {
    kind: 'run',
    ...request.written,
    command: commandLine(request),
    mounts: flags.list('mount'),
    network: flags.text('network'),
    security: flags.text('security'),
    devices: flags.list('device'),
  };
}
