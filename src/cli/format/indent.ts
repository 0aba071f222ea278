/** JSON text with line breaks and indentation, its values untouched, as Go's json.Indent. */

export function indentJson(json: string, indent: string): string {
  let out = '';
  let depth = 0;
  const tokens = json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g);
  let previous = '';
  const line = (): string => `\n${indent.repeat(depth)}`;
  for (const [token] of tokens) {
    const opened = previous === '{' || previous === '[';
    if (token === '}' || token === ']') {
      depth--;
      // What is empty stays on its line.
      out += opened ? token : line() + token;
    } else {
      if (opened) out += line();
      if (token === ',') out += token + line();
      else if (token === ':') out += ': ';
      else out += token;
      if (token === '{' || token === '[') depth++;
    }
    previous = token;
  }
  return out;
}
