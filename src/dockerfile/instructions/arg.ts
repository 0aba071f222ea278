/** ARG: build arguments, with or without a default. */
import { fault } from '../location.ts';
import { atLeastOne, type Request, type Written } from './request.ts';

interface ArgDefinition {
  readonly key: string;
  readonly value: string | undefined;
}

export interface Arg extends Written {
  readonly kind: 'arg';
  readonly args: readonly ArgDefinition[];
}

export function parseArg(request: Request): Arg {
  atLeastOne(request, 'ARG');
  const args = request.args.map((word) => {
    const equals = word.indexOf('=');
    if (equals === 0) throw fault('ARG names can not be blank');
    return equals < 0
      ? { key: word, value: undefined }
      : { key: word.slice(0, equals), value: word.slice(equals + 1) };
  });
  return { kind: 'arg', ...request.written, args };
}
