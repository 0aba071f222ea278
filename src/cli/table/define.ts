/**
 * The notation in which the tables declare commands and flags: a line a flag.
 *
 *     -n --last int =-1   How many of the newest containers to show
 *     !--gpus gpu-request GPUs for the container        (known, refused)
 *     ~--time int         Seconds to wait               (known, hidden from help)
 *
 * The value's kind is absent for a bool; `=x` is the default that help shows; two spaces before text.
 */
import type { ArgumentKind, Command, Count, Flag, FlagKind, Verb } from '../command.ts';

const LINE = /^([!~]*)(?:-(\w) )?--([\w-]+)(?: ([\w-]+))?(?: =(\S+))? {2,}(.*)$/;

export function flags(lines: string): Flag[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(flagOf);
}

function flagOf(line: string): Flag {
  const match = LINE.exec(line);
  if (!match) throw new TypeError(`not a flag: ${line}`);
  const [, marks, short, name, kind, standard, text] = match;
  return {
    name: name!,
    kind: (kind ?? 'bool') as FlagKind,
    text: text!,
    refused: marks!.includes('!'),
    hidden: marks!.includes('~'),
    ...(short ? { short } : {}),
    ...(standard ? { default: standard } : {}),
  };
}

interface Definition {
  readonly aliases?: readonly string[];
  readonly also?: readonly string[];
  /** What follows the name in the usage line. */
  readonly usage?: string;
  readonly text: string;
  readonly group?: Command['group'];
  /** `0`, `1`, `2`, `1+`, `0-1`, `0!` for a none that is counted; any number where absent. */
  readonly args?: string;
  readonly flags?: readonly Flag[];
  readonly stopAtFirst?: boolean;
  readonly path?: string;
  readonly complete?: readonly ArgumentKind[];
  readonly children?: readonly Command[];
  readonly load?: () => Promise<Verb>;
}

export function command(name: string, definition: Definition): Command {
  const children = definition.children ?? [];
  return {
    name,
    aliases: definition.aliases ?? [],
    also: definition.also ?? [],
    usage: definition.usage ?? (children.length ? 'COMMAND' : ''),
    text: definition.text,
    group: definition.group ?? 'other',
    count: countOf(definition.args ?? '0+'),
    flags: definition.flags ?? [],
    stopAtFirst: definition.stopAtFirst ?? false,
    complete: definition.complete ?? [],
    children,
    ...(definition.path ? { path: definition.path } : {}),
    ...(definition.load ? { load: definition.load } : {}),
  };
}

/** The same command under another name: `docker ps` for `docker container ls`. */
export function named(name: string, original: Command, group: Command['group'] = 'other'): Command {
  return { ...original, name, aliases: [], group };
}

function countOf(text: string): Count {
  if (text === '0!') return { least: 0, most: 0, exact: true };
  const range = /^(\d+)(?:(\+)|-(\d+))?$/.exec(text);
  if (!range) throw new TypeError(`not a count: ${text}`);
  const least = Number(range[1]);
  return { least, most: range[2] ? Number.POSITIVE_INFINITY : Number(range[3] ?? least) };
}
