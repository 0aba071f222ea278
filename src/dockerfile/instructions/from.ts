/** FROM: begins a stage. */

import { quote } from '../go-text.ts';
import { fault } from '../location.ts';
import { parseFlags, type Request, type Written } from './request.ts';

export interface From extends Written {
  readonly kind: 'from';
  readonly base: string;
  /** Lower case; empty without `AS`. */
  readonly name: string;
  /** As written; for the build checks. */
  readonly writtenName: string;
  /** The word between base and name as written. */
  readonly as: string;
  readonly platform: string;
}

export function parseFrom(request: Request): From {
  const name = stageName(request.args);
  const flags = parseFlags(request, { platform: 'text' });
  const [base = '', as = '', writtenName = ''] = request.args;
  return {
    kind: 'from',
    ...request.written,
    base,
    name,
    as,
    writtenName,
    platform: flags.text('platform'),
  };
}

function stageName(args: readonly string[]): string {
  if (args.length === 3 && args[1]!.toLowerCase() === 'as') {
    const name = args[2]!.toLowerCase();
    if (/^[a-z][a-z0-9-_.]*$/.test(name)) return name;
    throw fault(
      `invalid name for build stage: ${quote(args[2]!)}, name can't start with a number or contain symbols`,
    );
  }
  if (args.length !== 1) throw fault('FROM requires either one or three arguments');
  return '';
}
