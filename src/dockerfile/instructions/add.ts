/** ADD: like COPY, also from URLs, and unpacking local archives. */
import { fault } from '../location.ts';
import { parseFlags, type Request, type Written } from './request.ts';
import { copyFlags, parseSources, type Sources } from './sources.ts';

export interface Add extends Written, Sources {
  readonly kind: 'add';
  readonly chown: string;
  readonly chmod: string;
  readonly link: boolean;
  readonly exclude: readonly string[];
  readonly checksum: string;
  readonly keepGitDir: boolean | undefined;
  readonly unpack: boolean | undefined;
}

export function parseAdd(request: Request): Add {
  if (request.args.length < 2) throw fault(noDestination('ADD'));
  const flags = parseFlags(request, {
    ...copyFlags,
    'keep-git-dir': 'switch',
    checksum: 'text',
    unpack: 'switch',
  });
  return {
    kind: 'add',
    ...request.written,
    ...parseSources(request, 'ADD'),
    chown: flags.text('chown'),
    chmod: flags.text('chmod'),
    link: flags.switch('link') ?? false,
    exclude: flags.list('exclude'),
    checksum: flags.text('checksum'),
    keepGitDir: flags.switch('keep-git-dir'),
    unpack: flags.switch('unpack'),
  };
}

export function noDestination(keyword: string): string {
  return `${keyword} requires at least two arguments, but only one was provided. Destination could not be determined`;
}
