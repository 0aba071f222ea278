/** What the scripts that record trees of files share: how they are written down. */

/** Lines of at most 110 characters, a head and its words. Folders first, whichever mode: what is in them comes after. */
export function wrapped(map) {
  const found = [];
  const heads = [...map.keys()].sort((a, b) => Number(b.startsWith('D ')) - Number(a.startsWith('D ')));
  for (const head of heads) {
    let line = head;
    for (const word of map.get(head)) {
      if (line.length + word.length + 1 > 110 && line !== head) {
        found.push(line);
        line = head;
      }
      line += ` ${word}`;
    }
    found.push(line);
  }
  return found;
}

/** For a template literal. */
export const quoted = (text) => text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
