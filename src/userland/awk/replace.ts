/** sub, gsub, gensub: matches replaced in a text. */
import type { Regex, RegexMatch } from '../../posix/index.ts';

/**
 * Replaces the nth match, all of them where `nth` is 0. `&` in the replacement is what matched, `\&` itself;
 * with `groups` also `\0` to `\9`.
 */
export function replaceAll(
  text: string,
  regex: Regex,
  replacement: string,
  nth: number,
  groups: boolean,
): { text: string; count: number } {
  let out = '';
  let at = 0;
  let seen = 0;
  let count = 0;
  let previousEnd = -1;
  while (at <= text.length) {
    const match = regex.exec(text, at);
    if (!match) break;
    const empty = match.end === match.start;
    // An empty match right behind another one does not count.
    if (!(empty && match.start === previousEnd)) {
      seen++;
      const wanted = nth === 0 || seen === nth;
      out += text.slice(at, match.start) + (wanted ? expand(replacement, match, groups) : match.groups[0]);
      if (wanted) count++;
    } else out += text.slice(at, match.end);
    previousEnd = match.end;
    at = match.end;
    if (empty) out += text.slice(at, ++at);
    if (nth > 0 && seen >= nth) break;
  }
  return { text: out + text.slice(at), count };
}

function expand(replacement: string, match: RegexMatch, groups: boolean): string {
  if (!/[\\&]/.test(replacement)) return replacement;
  return replacement.replace(/\\(.)|&/gs, (_, escaped?: string) => {
    if (escaped === undefined) return match.groups[0] ?? '';
    return groups && /\d/.test(escaped) ? (match.groups[Number(escaped)] ?? '') : escaped;
  });
}
