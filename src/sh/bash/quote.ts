/** Texts as bash writes them so that it can read them again. */

/** In single quotes, or in `$'…'` where there are control characters; `${x@Q}`. */
export function quoteAlways(text: string): string {
  return hasControls(text) ? ansiQuote(text) : singleQuote(text);
}

/** As `set` and `set -x` show values: quotes only where there is need. */
export function quoteValue(text: string): string {
  if (text === '') return "''";
  if (hasControls(text)) return ansiQuote(text);
  return /[\s!"#$&'()*;<>?[\\\]^`{|}~]/.test(text.replace(/(?<=.)[#~](?<![:=]~)/gs, ''))
    ? singleQuote(text)
    : text;
}

export function singleQuote(text: string): string {
  return text === "'" ? "\\'" : `'${text.replaceAll("'", "'\\''")}'`;
}

/** In double quotes, as `declare -p` shows values. */
export function quoteDouble(text: string): string {
  if (hasControls(text)) return ansiQuote(text);
  return `"${text.replace(/["$`\\]/g, '\\$&')}"`;
}

/** `printf %q`: backslashes. */
export function quoteBackslash(text: string): string {
  if (text === '') return "''";
  if (hasControls(text)) return ansiQuote(text);
  return text
    .replace(/[ \t!"$&'()*,;<>?[\\\]^`{|}]/g, '\\$&')
    .replace(/^[#~]/, '\\$&')
    .replace(/([:=])~/g, '$1\\~');
}

function hasControls(text: string): boolean {
  return /[\x00-\x1f\x7f\udc80-\udcff]/u.test(text);
}

const NAMED: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\E',
  '\\': '\\\\',
  "'": "\\'",
};

export function ansiQuote(text: string): string {
  const inner = text.replace(
    /[\x00-\x1f\x7f\\']|[\udc80-\udcff]/gu,
    (char) => NAMED[char] ?? `\\${(char.charCodeAt(0) & 0xff).toString(8).padStart(3, '0')}`,
  );
  return `$'${inner}'`;
}
