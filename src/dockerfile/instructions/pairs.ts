/** `KEY=value` lists, as ENV and LABEL take them. */
import { fault } from '../location.ts';
import { atLeastOne, type Request } from './request.ts';

export interface Pair {
  readonly key: string;
  readonly value: string;
  /** Written in the old form, `KEY value`. */
  readonly legacy: boolean;
}

export function parsePairs(request: Request, keyword: string): Pair[] {
  atLeastOne(request, keyword);
  const pairs: Pair[] = [];
  for (let i = 0; i + 2 < request.args.length; i += 3) {
    const [key, value, separator] = request.args.slice(i, i + 3) as [string, string, string];
    if (key === '') throw fault(`${keyword} names can not be blank`);
    pairs.push({ key, value, legacy: separator === '' });
  }
  return pairs;
}
