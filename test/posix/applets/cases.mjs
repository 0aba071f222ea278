/**
 * The format of cases/*.txt: a command a line; one whose quotes are open goes on in the next line; `#`
 * comments. `~ ` before a command says that the file system's order of names decides the order of its
 * output (`find`, `grep -r`), so that it is compared with its lines and words sorted. In a file that begins
 * with `=== `, what stands between two such lines is one script.
 *
 * @param {string} text
 * @returns {{ cmd: string, unordered: boolean }[]}
 */
export function readCases(text) {
  if (text.startsWith('=== ')) {
    const scripts = text.split(/^=== .*\n/m).slice(1);
    return scripts.map((cmd) => ({ cmd, unordered: false }));
  }
  const cases = [];
  let open = '';
  for (const line of text.split('\n')) {
    open = open === '' ? line : `${open}\n${line}`;
    if ((open.replace(/"[^"']*'[^"']*"/g, '').match(/'/g) ?? []).length % 2 === 1) continue;
    if (open.trim() !== '' && !open.startsWith('#')) {
      const unordered = open.startsWith('~ ');
      cases.push({ cmd: unordered ? open.slice(2) : open, unordered });
    }
    open = '';
  }
  return cases;
}

/** Text with busybox's help behind a usage error cut. */
export function withoutUsage(text) {
  return text.replace(/BusyBox v1\.37\.0 .*$/s, '<usage>');
}

/** Text with its words sorted within lines, and its lines. */
export function sorted(text) {
  return text
    .split('\n')
    .map((line) => line.split(' ').sort().join(' '))
    .sort()
    .join('\n');
}
