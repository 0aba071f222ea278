/**
 * Parser directives: `# escape=`, `# syntax=`, `# check=` at the very top of a Dockerfile.
 *
 * @see Dockerfile reference, "Parser directives"
 */

import { SPACE } from './go-text.ts';
import { fault } from './location.ts';

type DirectiveName = 'syntax' | 'escape' | 'check';

export interface Directive {
  readonly name: DirectiveName;
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

const PATTERN = new RegExp(`^#[${SPACE}]*([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*(.+?)\\s*$`);
const NAMES: ReadonlySet<string> = new Set(['syntax', 'escape', 'check']);

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
