/** grep's matcher: any of several patterns, as whole lines or words where asked. */
import { compileRegex, type Regex, RegexError } from '../../posix/index.ts';
import type { Io } from '../io.ts';
import { isByteLocale } from '../locale.ts';

export interface MatcherOptions {
  readonly fixed: boolean;
  readonly extended: boolean;
  readonly ignoreCase: boolean;
  readonly words: boolean;
  readonly whole: boolean;
}

export interface Matcher {
  test(line: string): boolean;
  /** The matching parts, empty ones left out. */
  parts(line: string): string[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

export function createMatcher(io: Io, patterns: readonly string[], options: MatcherOptions): Matcher {
  const regexes = patterns.map((pattern) => compile(io, pattern, options));
  if (!options.words && !options.whole) {
    return {
      test: (line) => regexes.some((regex) => regex.test(line)),
      parts: (line) => collect(line, (from) => leftmost(regexes, line, from)),
    };
  }
  const next = (line: string, from: number): Span | undefined => {
    if (options.whole) {
      // Longest matches: one that begins at 0 and is no whole line cannot become one.
      return from === 0 && regexes.some((regex) => isWhole(regex, line))
        ? { start: 0, end: line.length }
        : undefined;
    }
    return leftmostWord(regexes, line, from);
  };
  return {
    test: (line) => next(line, 0) !== undefined,
    parts: (line) => collect(line, (from) => next(line, from)),
  };
}

function compile(io: Io, pattern: string, options: MatcherOptions): Regex {
  try {
    const rules = { ignoreCase: options.ignoreCase, bytes: isByteLocale(io.sys) };
    if (options.fixed) return compileRegex(pattern.replace(/[\\.[\]*^$]/g, '\\$&'), rules);
    return compileRegex(pattern, { ...rules, extended: options.extended });
  } catch (error) {
    if (error instanceof RegexError) return io.die(`bad regex '${pattern}': ${error.message}`, 2);
    throw error;
  }
}

function isWhole(regex: Regex, line: string): boolean {
  const found = regex.find(line);
  return found !== undefined && found.start === 0 && found.end === line.length;
}

function leftmost(regexes: readonly Regex[], line: string, from: number): Span | undefined {
  let best: Span | undefined;
  for (const regex of regexes) {
    const found = regex.find(line, from);
    if (found && (!best || found.start < best.start || (found.start === best.start && found.end > best.end)))
      best = found;
  }
  return best;
}

const isWord = (char: string | undefined) => char !== undefined && /\w/.test(char);

function leftmostWord(regexes: readonly Regex[], line: string, from: number): Span | undefined {
  for (let at = from; at <= line.length; ) {
    const found = leftmost(regexes, line, at);
    if (!found) return undefined;
    if (!isWord(line[found.start - 1]) && !isWord(line[found.end])) return found;
    at = found.start + 1;
  }
  return undefined;
}

function collect(line: string, next: (from: number) => Span | undefined): string[] {
  const parts: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const found = next(at);
    if (!found) break;
    if (found.end > found.start) parts.push(line.slice(found.start, found.end));
    at = Math.max(found.end, found.start + 1);
  }
  return parts;
}
