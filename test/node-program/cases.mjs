/**
 * The cases: each a script of cases/, run by the real node and by ours in a folder with a copy of files/.
 *
 * Lines at a script's beginning say how it is run: `// args: …`, `// stdin: …` (with `\n`), `// run: …` for
 * a command other than `node CASE` (the script's name is put for CASE), and `// needs: jspi` where ours can
 * only run where the engine can wait.
 */
import { readdirSync, readFileSync } from 'node:fs';

export const folder = new URL('cases/', import.meta.url);

export const cases = readdirSync(folder)
  .sort()
  .map((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const head = (word) => new RegExp(`^// ${word}: (.*)$`, 'm').exec(text)?.[1];
    return {
      name,
      text,
      command: (head('run') ?? `node CASE ${head('args') ?? ''}`).replaceAll('CASE', name),
      stdin: (head('stdin') ?? '').replaceAll('\\n', '\n'),
      needsWaiting: head('needs') === 'jspi',
    };
  });

/**
 * What is compared: without the frames of stacks, which are of Node's own files and of V8's columns, and
 * without the line that an uncaught error is shown by where that is in Node's own files.
 */
export function comparable(text, root) {
  return text
    .replaceAll(root, '/w')
    .replaceAll(/\n {4}at .*/g, '')
    .replaceAll(/^node:[\w/]+(:\d+)?\n.*\n *\^+\n/gm, 'node:internal\n')
    .replaceAll(/^( *)\^+$/gm, '^')
    .replaceAll(/Node\.js v[\d.]+/g, 'Node.js')
    .replaceAll(/\(node:\d+\)/g, '(node:PID)');
}
