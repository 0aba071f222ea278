/** Reads a file of cases: a command a line; one whose quotes are open goes on in the next line; `#` comments. */
export function readCases(text) {
  const cases = [];
  let open = '';
  for (const line of text.split('\n')) {
    open = open === '' ? line : `${open}\n${line}`;
    if ((open.replace(/"[^"']*'[^"']*"/g, '').match(/'/g) ?? []).length % 2 === 1) continue;
    if (open.trim() !== '' && !open.startsWith('#')) cases.push(open);
    open = '';
  }
  return cases;
}
