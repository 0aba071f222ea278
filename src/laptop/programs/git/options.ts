/** Flags of git's commands: short ones may be joined, long ones may carry a value behind `=`. */
import { GitProblem } from './session.ts';

export interface Parsed {
  has(name: string): boolean;
  value(name: string): string | undefined;
  values(name: string): readonly string[];
  /** Words that are no flags, before `--`. */
  readonly words: readonly string[];
  /** Words behind `--`; undefined where there is none. */
  readonly paths: readonly string[] | undefined;
}

/**
 * `spec` lists flags: `m:` or `message:` take a value, `color?` may have one behind `=`, `m=message` says that both are
 * one.
 *
 * @throws GitProblem for flags that are none, with status 129
 */
export function parseFlags(command: string, args: readonly string[], spec: string): Parsed {
  const kinds = new Map<string, { name: string; takes: boolean; may: boolean }>();
  for (const item of spec.split(' ').filter(Boolean)) {
    const takes = item.endsWith(':');
    const names = item.replace(/[:?]$/, '').split('=');
    for (const name of names)
      kinds.set(name, { name: names[names.length - 1]!, takes, may: takes || item.endsWith('?') });
  }
  const given: [string, string][] = [];
  const words: string[] = [];
  let paths: string[] | undefined;
  let at = 0;
  const unknown = (what: string) => new GitProblem(`error: unknown ${what}\nusage: git ${command} …`, 129);
  while (at < args.length) {
    const word = args[at++]!;
    if (word === '--') {
      paths = args.slice(at);
      break;
    }
    if (word.startsWith('--')) {
      const equals = word.indexOf('=');
      const name = word.slice(2, equals < 0 ? undefined : equals);
      const kind = kinds.get(name);
      if (!kind) throw unknown(`option \`${name}'`);
      if (equals >= 0 && !kind.may) throw new GitProblem(`error: option \`${name}' takes no value`, 129);
      const value = equals >= 0 ? word.slice(equals + 1) : kind.takes ? args[at++] : '';
      if (value === undefined) throw new GitProblem(`error: option \`${name}' requires a value`, 129);
      given.push([kind.name, value]);
    } else if (/^-\d+$/.test(word) && kinds.has('n')) given.push([kinds.get('n')!.name, word.slice(1)]);
    else if (word.startsWith('-') && word !== '-') {
      for (let i = 1; i < word.length; i++) {
        const kind = kinds.get(word[i]!);
        if (!kind) throw unknown(`switch \`${word[i]}'`);
        if (!kind.takes) {
          given.push([kind.name, '']);
          continue;
        }
        const value = word.slice(i + 1) || args[at++];
        if (value === undefined) throw new GitProblem(`error: switch \`${word[i]}' requires a value`, 129);
        given.push([kind.name, value]);
        break;
      }
    } else words.push(word);
  }
  return {
    has: (name) => given.some(([each]) => each === name),
    value: (name) => given.findLast(([each]) => each === name)?.[1],
    values: (name) => given.filter(([each]) => each === name).map(([, value]) => value),
    words,
    paths,
  };
}
