/**
 * The format of test/posix/sh/cases/*.txt: a case begins with a line `=== NAME` or `=== NAME [MODE]`
 * and is a script up to the next one. MODE says how the shell gets it: `-c` (default), `file`
 * (./case.sh with the arguments one, "two words", three) or `stdin`.
 *
 * @param {string} text
 * @returns {{ name: string, mode: string, script: string }[]}
 */
export function parseCases(text) {
  const cases = [];
  for (const block of text.split(/^=== /m).slice(1)) {
    const newline = block.indexOf('\n');
    const match = /^(.*?)(?: \[(file|stdin)\])?$/.exec(block.slice(0, newline));
    const script = block.slice(newline + 1);
    cases.push({
      name: match[1],
      mode: match[2] ?? '-c',
      script: match[2] ? script : script.replace(/\n$/, ''),
    });
  }
  return cases;
}
