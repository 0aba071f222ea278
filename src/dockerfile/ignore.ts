/**
 * .dockerignore: which files stay out of a build's context.
 *
 * Patterns are Go's filepath.Match with `**`; the last that matches decides, `!` takes back. What
 * matches a directory matches all below it. Case counts. COPY's `--exclude` has the same patterns.
 *
 * @see Docker's "Build context" manual, ".dockerignore files"; moby/patternmatcher for what it does
 */
import { trim } from './go-text.ts';
import { fault } from './location.ts';
import { cleanPath } from './paths.ts';

/** Patterns of a .dockerignore file, cleaned; comments and empty lines gone. */
export function readIgnoreFile(text: string): string[] {
  const patterns: string[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    let pattern = trim(line);
    if (!pattern) continue;
    const negated = pattern.startsWith('!');
    if (negated) pattern = trim(pattern.slice(1));
    if (pattern) {
      pattern = cleanPath(pattern);
      if (pattern.length > 1 && pattern.startsWith('/')) pattern = pattern.slice(1);
    }
    patterns.push(negated ? `!${pattern}` : pattern);
  }
  return patterns;
}

export interface IgnoreMatcher {
  /** Whether this path, relative to the context and with `/`, is excluded, itself or with a parent. */
  excludes(path: string): boolean;
  /** Whether something below an excluded directory may be taken back by a `!` pattern. */
  readonly hasExceptions: boolean;
}

interface Pattern {
  readonly negated: boolean;
  test(path: string): boolean;
}

/** @throws StrataError `EDOCKERFILE` for what is no pattern */
export function createIgnoreMatcher(patterns: readonly string[]): IgnoreMatcher {
  const compiled = patterns.map(compile).filter((pattern) => pattern !== undefined);
  return {
    hasExceptions: compiled.some(({ negated }) => negated),
    excludes(path) {
      const parts = path.split('/');
      let above: readonly boolean[] = [];
      let excluded = false;
      // From the top, as the client walks: what decided of a directory is known of what is in it.
      for (let depth = 1; depth <= parts.length; depth++) {
        ({ excluded, matched: above } = decide(compiled, parts.slice(0, depth).join('/'), above));
      }
      return excluded;
    },
  };
}

/**
 * Whether a path is excluded, and which patterns matched it or a directory above it.
 *
 * @param above what matched the directory that it is in
 * @see moby/patternmatcher, MatchesUsingParentResults
 */
function decide(
  patterns: readonly Pattern[],
  path: string,
  above: readonly boolean[],
): { excluded: boolean; matched: boolean[] } {
  let excluded = false;
  const matched = patterns.map((pattern, i) => {
    // One that cannot change what the former ones decided is not looked at, and has not matched.
    const matches = above[i] || (pattern.negated === excluded && pattern.test(path));
    if (matches) excluded = !pattern.negated;
    return matches;
  });
  return { excluded, matched };
}

function compile(line: string): Pattern | undefined {
  const trimmed = trim(line);
  if (trimmed === '') return undefined;
  let text = cleanPath(trimmed);
  const negated = text.startsWith('!');
  if (negated) {
    if (text === '!') throw fault('illegal exclusion pattern: "!"');
    text = text.slice(1);
  }
  checkPattern(text);
  if (!/[*?[\]\\]/.test(text)) return { negated, test: (path) => path === text };
  const expression = toRegExp(text);
  return { negated, test: (path) => expression.test(path) };
}

function toRegExp(pattern: string): RegExp {
  let source = '^';
  const chars = Array.from(pattern);
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i]!;
    if (char === '*' && chars[i + 1] === '*') {
      i++;
      if (chars[i + 1] === '/') i++;
      // `**` eats slashes too, and nothing at all together with the slash after it.
      const last = i + 1 >= chars.length;
      if (last) source += '.*';
      else if (i <= 2 && !chars.slice(i + 1).some(isMeta)) source += suffixStart(chars[i] === '/');
      else source += '(?:.*/)?';
    } else if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '[' || char === ']') source += char;
    else if (char === '\\') source += escaped(chars[++i]);
    else if (inClass(source)) source += char;
    else source += char.replace(/[.+()|{}$^/-]/, (special) => (special === '-' ? '-' : `\\${special}`));
  }
  try {
    return new RegExp(`${source}$`, 'u');
  } catch {
    throw fault('syntax error in pattern');
  }
}

const isMeta = (char: string): boolean => '*?[]\\'.includes(char);

/** A leading `**` before plain text means "ends with": `**foo` matches `a/xfoo`, `**` + `/foo` only whole names. */
function suffixStart(slash: boolean): string {
  return slash ? '(?:.*/)?' : '.*';
}

function escaped(char: string | undefined): string {
  if (char === undefined) return '\\\\';
  return /[\\^$.*+?()[\]{}|/-]/.test(char) ? (char === '-' ? '\\x2d' : `\\${char}`) : char;
}

/** Whether the expression so far ends inside a bracket. */
function inClass(source: string): boolean {
  return source.replace(/\\./gu, '').lastIndexOf('[') > source.replace(/\\./gu, '').lastIndexOf(']');
}

/** What filepath.Match rejects: open or empty brackets, a range without end, a last backslash. */
function checkPattern(pattern: string): void {
  const bad = (): never => {
    throw fault('syntax error in pattern');
  };
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] === '\\' && ++i >= pattern.length) bad();
    if (pattern[i] !== '[') continue;
    i++;
    if (pattern[i] === '^') i++;
    let members = 0;
    for (; pattern[i] !== ']' || members === 0; members++) {
      i = member(pattern, i, bad);
      if (pattern[i] === '-') i = member(pattern, i + 1, bad);
    }
  }
}

function member(pattern: string, at: number, bad: () => never): number {
  const char = pattern[at];
  if (char === undefined || char === '-' || char === ']') bad();
  const next = char === '\\' ? at + 2 : at + 1;
  if (next >= pattern.length) bad();
  return next;
}
