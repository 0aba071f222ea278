/** ENTRYPOINT: what a container always runs. */
import { type CommandLine, commandLine, parseFlags, type Request, type Written } from './request.ts';

export interface Entrypoint extends Written {
  readonly kind: 'entrypoint';
  readonly command: CommandLine;
}

export function parseEntrypoint(request: Request): Entrypoint {
  parseFlags(request);
  return { kind: 'entrypoint', ...request.written, command: commandLine(request) };
}
