/**
 * Completion of a `docker` command line: what could stand where the cursor is.
 *
 * Words before the cursor in; candidates out, made of the command table and of the engine's names.
 * Files are the shell's own business: the answer says where they fit.
 */
import type { Transport } from '../api/index.ts';
import type { ArgumentKind, Command, Flag } from './command.ts';
import { createEngine, type Engine } from './engine.ts';
import { docker } from './table/index.ts';

export interface Completion {
  /** Whole words, sorted. */
  readonly candidates: readonly string[];
  /** File names fit here, too. */
  readonly files: boolean;
}

/** Flags whose values are files. */
const FILE_FLAGS = new Set(['file', 'env-file', 'label-file', 'cidfile', 'iidfile', 'output', 'input']);

/** Values that flags take from a short list, by flag name. */
const FLAG_VALUES: Readonly<Record<string, readonly string[]>> = {
  progress: ['auto', 'none', 'plain', 'quiet', 'rawjson', 'tty'],
  pull: ['always', 'missing', 'never'],
  restart: ['always', 'no', 'on-failure', 'unless-stopped'],
  'log-level': ['debug', 'error', 'fatal', 'info', 'warn'],
  type: ['container', 'image', 'network', 'volume'],
  format: ['json', 'table'],
  context: ['default'],
  signal: ['HUP', 'INT', 'KILL', 'TERM', 'USR1', 'USR2'],
  platform: ['linux/amd64', 'linux/riscv64'],
};

/** Names that `--filter` knows, by the command that has it. */
const FILTERS: Readonly<Record<string, readonly string[]>> = {
  ps: 'ancestor before exited health id is-task label name network publish since status volume'.split(' '),
  images: 'before dangling label reference since until'.split(' '),
  events: 'container daemon event image label network scope type volume'.split(' '),
  volume: 'dangling driver label name'.split(' '),
  network: 'dangling driver id label name scope type'.split(' '),
  prune: ['label', 'until'],
};

/**
 * What can stand for `current`, given the words before it (without `docker` itself).
 * An engine that does not answer gives no names.
 */
export async function completeDocker(
  words: readonly string[],
  current: string,
  transport: Transport,
): Promise<Completion> {
  const { command, rest } = descend(words);
  const flagged = valueFlag(command, rest, current);
  const engine = createEngine(transport, '', new AbortController().signal);
  if (flagged) return valuesOf(command, flagged, engine);
  const given = argumentsIn(command, rest).length;
  if (current.startsWith('-') && !(command.stopAtFirst && given > 0)) {
    return answer(flagWords(command), current);
  }
  if (command.children.length > 0) {
    // A word that leads nowhere leads nowhere on.
    if (given > 0) return answer([], current);
    const names = command.children.filter(isOffered).map(({ name }) => name);
    return answer(command === docker ? [...names, 'help'] : names, current);
  }
  const kind = kindFor(command, rest);
  if (kind === 'file') return { candidates: [], files: true };
  return answer(await namesOf(kind, engine), current);
}

function isOffered(command: Command): boolean {
  return command.group !== 'hidden' && (command.load !== undefined || command.children.length > 0);
}

function answer(words: readonly string[], current: string): Completion {
  const fitting = words.filter((word) => word.startsWith(current));
  return { candidates: [...new Set(fitting)].sort(), files: false };
}

function descend(words: readonly string[]): { command: Command; rest: readonly string[] } {
  let command = docker;
  let at = 0;
  while (command.children.length > 0 && at < words.length) {
    const word = words[at]!;
    if (word.startsWith('-')) {
      const taken = takesNext(command, word) ? 2 : 1;
      // Its value is what is being typed.
      if (at + taken > words.length) break;
      at += taken;
      continue;
    }
    if (word === 'help' && command === docker) {
      at++;
      continue;
    }
    const child = command.children.find(({ name, aliases }) => name === word || aliases.includes(word));
    if (!child) break;
    command = child;
    at++;
  }
  return { command, rest: words.slice(at) };
}

function findFlag(command: Command, word: string): Flag | undefined {
  if (word.startsWith('--')) return command.flags.find(({ name }) => name === word.slice(2).split('=', 1)[0]);
  if (!word.startsWith('-') || word.length < 2) return undefined;
  return command.flags.find(({ short }) => short === word.at(-1));
}

function takesNext(command: Command, word: string): boolean {
  const flag = findFlag(command, word);
  return flag !== undefined && flag.kind !== 'bool' && !word.includes('=');
}

interface Flagged {
  readonly flag: Flag;
  readonly typed: string;
  /** What of the word is not the value: `--format=`. */
  readonly before: string;
}

/** The flag whose value is being typed, after a space or after `=`. */
function valueFlag(command: Command, rest: readonly string[], current: string): Flagged | undefined {
  const equals = current.indexOf('=');
  if (current.startsWith('--') && equals >= 0) {
    const flag = findFlag(command, current);
    return flag && { flag, typed: current.slice(equals + 1), before: current.slice(0, equals + 1) };
  }
  const last = rest.at(-1);
  if (last === undefined || !takesNext(command, last)) return undefined;
  return { flag: findFlag(command, last)!, typed: current, before: '' };
}

async function valuesOf(
  command: Command,
  { flag, typed, before }: Flagged,
  engine: Engine,
): Promise<Completion> {
  if (FILE_FLAGS.has(flag.name)) return { candidates: [], files: true };
  let values = FLAG_VALUES[flag.name] ?? [];
  if (flag.name === 'filter') values = filtersOf(command).map((name) => `${name}=`);
  if (flag.name === 'network') values = await namesOf('network', engine);
  if (flag.name === 'volumes-from') values = await namesOf('container', engine);
  if (flag.name === 'volume') return { ...answer(await namesOf('volume', engine), typed), files: true };
  const found = answer(values, typed);
  return { ...found, candidates: found.candidates.map((value) => before + value) };
}

function filtersOf(command: Command): readonly string[] {
  const names = [command.name, ...command.also.flatMap((path) => path.split(' '))];
  const key = Object.keys(FILTERS).find((name) => names.includes(name));
  return key === undefined ? [] : FILTERS[key]!;
}

function flagWords(command: Command): string[] {
  const words = command.flags
    .filter(({ hidden, refused }) => !hidden && !refused)
    .flatMap(({ name, short }) => (short ? [`--${name}`, `-${short}`] : [`--${name}`]));
  return [...words, '--help'];
}

function argumentsIn(command: Command, rest: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at]!;
    if (word.startsWith('-') && word !== '-' && (found.length === 0 || !command.stopAtFirst)) {
      if (takesNext(command, word)) at++;
    } else found.push(word);
  }
  return found;
}

function kindFor(command: Command, rest: readonly string[]): ArgumentKind {
  const kind = kindAt(command, argumentsIn(command, rest).length);
  // By force also what runs can be removed.
  const forced = rest.some((word) => word === '--force' || /^-[a-z]*f/.test(word));
  return kind === 'stopped' && forced ? 'container' : kind;
}

function kindAt(command: Command, position: number): ArgumentKind {
  return command.complete[Math.min(position, command.complete.length - 1)] ?? 'none';
}

async function namesOf(kind: ArgumentKind, engine: Engine): Promise<string[]> {
  try {
    switch (kind) {
      case 'container':
        return await containers(engine, () => true);
      case 'running':
        return await containers(engine, (state) => state === 'running' || state === 'paused');
      case 'paused':
        return await containers(engine, (state) => state === 'paused');
      case 'stopped':
        return await containers(engine, (state) => state !== 'running' && state !== 'paused');
      case 'image':
        return await images(engine);
      case 'volume': {
        const { Volumes } = await engine.call<{ Volumes: { Name: string }[] | null }>('GET', '/volumes');
        return (Volumes ?? []).map(({ Name }) => Name);
      }
      case 'network':
        return (await engine.call<{ Name: string }[]>('GET', '/networks')).map(({ Name }) => Name);
      case 'object':
        return [
          ...(await containers(engine, () => true)),
          ...(await images(engine)),
          ...(await namesOf('volume', engine)),
        ];
      default:
        return [];
    }
  } catch {
    // Completion is an offer: without an engine there is none to make.
    return [];
  }
}

async function containers(engine: Engine, wanted: (state: string) => boolean): Promise<string[]> {
  const found = await engine.call<{ Names: string[]; State: string }[]>('GET', '/containers/json?all=1');
  return found
    .filter(({ State }) => wanted(State))
    .flatMap(({ Names }) => Names.map((name) => name.slice(1)));
}

/** Names with and without their tag where that is `latest`. */
async function images(engine: Engine): Promise<string[]> {
  const found = await engine.call<{ RepoTags: string[] | null }[]>('GET', '/images/json');
  const tags = found.flatMap(({ RepoTags }) => RepoTags ?? []);
  return tags.flatMap((tag) => (tag.endsWith(':latest') ? [tag.slice(0, -':latest'.length), tag] : [tag]));
}
