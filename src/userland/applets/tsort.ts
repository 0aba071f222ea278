/** tsort: words in an order that respects all pairs. */
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';

interface Item {
  readonly name: string;
  before: number;
  readonly after: Item[];
}

export const main = applet({
  usage: '[FILE]',
  about: 'Topological sort',
  async run(io) {
    const { operands } = parseOptions(io, '', { max: 1 });
    const path = operands[0] ?? '-';
    const reader = await io.openInput(path).catch((error: unknown) => io.dieErrno(path, error));
    const words = (await reader.rest()).split(/\s+/).filter(Boolean);
    if (words.length % 2 === 1) io.die('odd input');
    const items = new Map<string, Item>();
    const itemOf = (name: string): Item => {
      const item = items.get(name) ?? { name, before: 0, after: [] };
      items.set(name, item);
      return item;
    };
    for (let at = 0; at < words.length; at += 2) {
      const [first, second] = [itemOf(words[at]!), itemOf(words[at + 1]!)];
      if (first === second || first.after.includes(second)) continue;
      first.after.push(second);
      second.before++;
    }
    return print(items);

    function print(left: Map<string, Item>): number {
      const sorted = [...left.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
      let status = 0;
      const ready = sorted.filter((item) => item.before === 0);
      while (left.size > 0) {
        let item = ready.shift();
        if (!item) {
          item = sorted.find(({ name }) => left.has(name))!;
          io.warn(`cycle at ${item.name}`);
          status = 1;
        }
        left.delete(item.name);
        io.put(`${item.name}\n`);
        for (const next of item.after) if (--next.before === 0 && left.has(next.name)) ready.push(next);
      }
      return status;
    }
  },
});
