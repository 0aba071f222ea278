/** Several URLs in one: `{one,two}`, `[1-9]`, `[a-z:2]`. @see curl(1), "GLOBBING" */

interface Globbed {
  readonly url: string;
  /** What each pattern stood for, for `#1` in a file's name. */
  readonly parts: readonly string[];
}

const MOST = 100_000;

/** All URLs that a pattern names, or what is wrong with it. */
export function globUrls(pattern: string): readonly Globbed[] | string {
  let found: Globbed[] = [{ url: '', parts: [] }];
  for (let at = 0; at < pattern.length; ) {
    const char = pattern[at]!;
    // An IPv6 address is in brackets too.
    const set = /^\{([^{}]*)\}/.exec(pattern.slice(at));
    const range = /^\[(?:(\d+)-(\d+)|([a-zA-Z])-([a-zA-Z]))(?::(\d+))?\]/.exec(pattern.slice(at));
    const address = /^\[[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\]/.exec(pattern.slice(at));
    const choices = set ? set[1]!.split(',') : range ? rangeOf(range) : undefined;
    if (choices === undefined && !address && '{}[]'.includes(char))
      return `bad range in URL position ${at + 1}:\n${pattern}\n${'^'.padStart(at + 1)}`;
    const text = address && !range ? address[0] : char === '\\' && pattern[at + 1] ? pattern[at + 1]! : char;
    const last = (set ?? range ?? address)?.[0].length ?? (char === '\\' && pattern[at + 1] ? 2 : 1);
    if (choices && found.length * choices.length > MOST) return 'range overflow in URL';
    found = choices
      ? found.flatMap(({ url, parts }) =>
          choices.map((choice) => ({ url: url + choice, parts: [...parts, choice] })),
        )
      : found.map(({ url, parts }) => ({ url: url + text, parts }));
    at += last;
  }
  return found;
}

function rangeOf(found: RegExpExecArray): string[] | undefined {
  const [, low, high, first, last, step] = found;
  const by = Math.max(1, Number(step ?? 1));
  const choices: string[] = [];
  if (low !== undefined) {
    if (Number(low) > Number(high) || (Number(high) - Number(low)) / by > MOST) return undefined;
    for (let n = Number(low); n <= Number(high); n += by)
      choices.push(String(n).padStart(low.startsWith('0') ? low.length : 0, '0'));
  } else {
    const end = last!.charCodeAt(0);
    for (let code = first!.charCodeAt(0); code <= end; code += by) choices.push(String.fromCharCode(code));
  }
  return choices.length > 0 ? choices : undefined;
}
