/** CMD: what a container runs by default. */
import { type CommandLine, commandLine, parseFlags, type Request, type Written } from './request.ts';

export interface Cmd extends Written {
  readonly kind: 'cmd';
  readonly command: CommandLine;
}

export function parseCmd(request: Request): Cmd {
  parseFlags(request);
  return { kind: 'cmd', ...request.written, command: commandLine(request) };
}
