/**
 * Parser directives: `# escape=`, `# syntax=`, `# check=` at the very top of a Dockerfile.
 *
 * @see Dockerfile reference, "Parser directives"
 */

import { SPACE, trimStart } from './go-text.ts';
import { fault } from './location.ts';

type DirectiveName = 'syntax' | 'escape' | 'check';

export interface Directive {
  readonly name: DirectiveName;
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

const PATTERN = new RegExp(`^#[${SPACE}]*([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*([^\\n]+?)\\s*$`);
const NAMES: ReadonlySet<string> = new Set(['syntax', 'escape', 'check']);

/** The value of `# check=`, up to a blank; empty where there is none. Nothing else is looked at. */
export function checkOptions(text: string): string {
  const reader = createDirectiveReader();
  try {
    for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
      const directive = reader(trimStart(line));
      if (!directive) return '';
      if (directive.name === 'check') return directive.value.split(/\s/)[0]!;
    }
  } catch {
    // Told when the whole is read.
  }
  return '';
}

/** Takes lines from the top; answers the directive a line is, until the first line that is none. */
export function createDirectiveReader(): (line: string) => Directive | undefined {
  const seen = new Set<string>();
  let done = false;
  let number = 0;
  return (line) => {
    number++;
    if (done) return undefined;
    const match = PATTERN.exec(line);
    const name = match?.[1]?.toLowerCase();
    if (!match || !name || !NAMES.has(name)) {
      done = true;
      return undefined;
    }
    if (seen.has(name)) throw fault(`only one ${name} parser directive can be used`);
    seen.add(name);
    return { name: name as DirectiveName, value: match[2]!, line: number };
  };
}
