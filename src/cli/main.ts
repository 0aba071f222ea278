/**
 * The `docker` program: words in, exit status out.
 *
 * Finds the command in the table, reads flags, checks counts, refuses what is not ours to do, and
 * hands over to the verb. Everything else about a command is in its table entry and its verb file.
 */

import type { Transport } from '../api/index.ts';
import { digestSync, encode, messageOf, StrataError } from '../base/index.ts';
import type { Main, Sys } from '../kernel/index.ts';
import { ProcessExit } from '../kernel/index.ts';
import { SA_RESTART, signals } from '../posix/index.ts';
import type { Cli, Command } from './command.ts';
import { createEngine, hostOf } from './engine.ts';
import { failure, statusOf } from './failure.ts';
import { parseBool } from './flag-values.ts';
import { type FlagValues, parseFlags } from './flags.ts';
import { classicBuild, DEPRECATION } from './table/classic.ts';
import { docker } from './table/index.ts';
import { countComplaint, refusedFlag, unknownCommand, usageHint } from './usage.ts';

/** What a command line says, before anything is done. */
interface Invocation {
  readonly command: Command;
  /** As messages name it: `docker container ls`. */
  readonly path: string;
  readonly words: readonly string[];
  readonly globals: FlagValues;
  /** Flags of the groups on the way: `docker buildx -D build`. */
  readonly grouped: readonly FlagValues[];
  readonly help: boolean;
}

/** Makes the program's main function; `transportOf` says where the engine is, by DOCKER_HOST or otherwise. */
export function createDockerMain(transportOf: (sys: Sys) => Transport): Main {
  return async (sys) => {
    const print = writer(sys);
    let invocation: Invocation | undefined;
    try {
      const globals = parseFlags(sys.argv.slice(1), docker.flags, true);
      const classic = isClassic(sys);
      invocation = resolve(globals.rest, globals.values, globals.help, classic);
      if (invocation.command === classicBuild) await print(2, DEPRECATION);
      return await perform(sys, invocation, transportOf, print);
    } catch (error) {
      if (error instanceof ProcessExit) throw error;
      return report(error, invocation, print);
    }
  };
}

type Print = (fd: 1 | 2, data: string | Uint8Array) => Promise<void>;

function writer(sys: Sys): Print {
  return async (fd, data) => {
    let bytes = typeof data === 'string' ? encode(data) : data;
    while (bytes.length > 0) {
      const written = sys.write(fd, bytes);
      bytes = bytes.subarray(written instanceof Promise ? await written : written);
    }
  };
}

/** Whether BuildKit is turned off. @throws ECLI for what is no bool */
function isClassic(sys: Sys): boolean {
  const given = sys.env['DOCKER_BUILDKIT'] ?? '';
  if (given === '') return false;
  const enabled = parseBool(given);
  if (enabled !== undefined) return !enabled;
  throw failure(
    `DOCKER_BUILDKIT environment variable expects boolean value: strconv.ParseBool: parsing ${JSON.stringify(given)}: invalid syntax`,
  );
}

/** Walks the words down the table. @throws ECLI for an unknown command */
function resolve(words: readonly string[], globals: FlagValues, help: boolean, classic: boolean): Invocation {
  let command = docker;
  let path = 'docker';
  let typed = path;
  let rest = words;
  const grouped: FlagValues[] = [];
  while (command.children.length > 0) {
    if (command !== docker && command.flags.length > 0 && rest[0]?.startsWith('-')) {
      const own = groupFlags(rest, command, path);
      if (own.help) return { command, path, words: [], globals, grouped, help: true };
      grouped.push(own.values);
      rest = own.rest;
    }
    const word = rest[0];
    const child = word === undefined ? undefined : findChild(command, word);
    if (!child) break;
    typed += ` ${word}`;
    command = (classic && child.classic) || child;
    path = command.path ?? (command === child ? `${path} ${word}` : typed);
    rest = rest.slice(1);
  }
  return { command, path, words: rest, globals, grouped, help };
}

/** @throws ECLI with the group's usage */
function groupFlags(words: readonly string[], command: Command, path: string): ReturnType<typeof parseFlags> {
  try {
    return parseFlags(words, command.flags, true);
  } catch (error) {
    throw failure(`${messageOf(error)}\n\n${usageHint(path, command).trimEnd()}`, statusOf(error));
  }
}

function findChild(command: Command, word: string): Command | undefined {
  return command.children.find((child) => child.name === word || child.aliases.includes(word));
}

async function perform(
  sys: Sys,
  invocation: Invocation,
  transportOf: (sys: Sys) => Transport,
  print: Print,
): Promise<number> {
  const { command, globals } = invocation;
  if (globals.bool('version')) return (await import('./verbs/version.ts')).printVersion(print);
  refuseGlobals(sys, globals);
  if (command === docker) return performRoot(sys, invocation, print);
  if (invocation.help) return showHelp(sys, invocation, print, 1);
  if (command.children.length > 0) return performGroup(sys, invocation, print);
  if (!command.load && command.group === 'hidden') throw refuse(invocation.path);
  const { values, rest, help } = parseFlags(invocation.words, command.flags, command.stopAtFirst);
  if (help) return showHelp(sys, invocation, print, 1);
  const complaint = countComplaint(invocation.path, command, rest.length);
  if (complaint) throw failure(complaint);
  const refused = command.flags.find((flag) => flag.refused && values.has(flag.name));
  if (refused) throw refusedFlag(refused);
  for (const given of [...invocation.grouped, values]) refuseBuilder(given);
  if (!command.load) throw refuse(invocation.path);
  return runVerb(sys, invocation, values, rest, transportOf, print);
}

function refuse(path: string): StrataError {
  return failure(`docker: ${path} is not supported by Strata`);
}

async function runVerb(
  sys: Sys,
  { command, path, globals, grouped }: Invocation,
  flags: FlagValues,
  args: readonly string[],
  transportOf: (sys: Sys) => Transport,
  print: Print,
): Promise<number> {
  const interrupt = new AbortController();
  const ended: { status?: number } = {};
  for (const signal of [signals.INT, signals.TERM]) {
    const handler = (): void => {
      // A second one must get through although something does not listen to the first.
      if (interrupt.signal.aborted) sys.sigaction(signal, 'default');
      ended.status = 128 + signal;
      interrupt.abort(failure('', 128 + signal));
    };
    sys.sigaction(signal, { handler, flags: SA_RESTART });
  }
  const cli: Cli = {
    sys,
    engine: createEngine(transportOf(sys), hostOf(sys.env), interrupt.signal),
    path,
    signal: interrupt.signal,
    abandon(status) {
      ended.status = status;
      interrupt.abort(failure('', status));
    },
    debug: [globals, ...grouped, flags].some((values) => values.bool('debug')),
    out: (data) => print(1, data),
    err: (data) => print(2, data),
  };
  try {
    const verb = await command.load!();
    const interrupted = new Promise<number>((done) => {
      interrupt.signal.addEventListener('abort', () => done(ended.status ?? 130), { once: true });
    });
    return await Promise.race([verb(cli, flags, args), interrupted]);
  } finally {
    interrupt.abort(failure('', 130));
  }
}

async function performRoot(sys: Sys, invocation: Invocation, print: Print): Promise<number> {
  const [word, ...more] = invocation.words;
  if (word === undefined) return showHelp(sys, invocation, print, 1);
  if (word !== 'help') throw unknownCommand('docker', docker, word);
  const topic = resolve(more, invocation.globals, true, isClassic(sys));
  const unknown = topic.words[0];
  if (unknown !== undefined) throw failure(`unknown help topic: ${unknown}`);
  return showHelp(sys, topic, print, 1);
}

async function performGroup(sys: Sys, invocation: Invocation, print: Print): Promise<number> {
  const { values, rest, help } = parseFlags(invocation.words, [], false);
  if (help || values.bool('help')) return showHelp(sys, invocation, print, 1);
  const word = rest[0];
  if (word !== undefined && invocation.path.startsWith('docker build')) {
    await showHelp(sys, invocation, print, 1);
    throw failure(`ERROR: unknown command: ${JSON.stringify(word)}`);
  }
  if (word !== undefined) throw unknownCommand(invocation.path, invocation.command, word);
  return showHelp(sys, invocation, print, 2);
}

async function showHelp(sys: Sys, { command, path }: Invocation, print: Print, fd: 1 | 2): Promise<number> {
  const { helpOf } = await import('./help.ts');
  const width = sys.isatty(1) ? sys.getWindowSize(1).columns - 1 : 80;
  await print(fd, helpOf(command, path, width));
  return 0;
}

/** There is one builder. @throws ECLI */
function refuseBuilder(values: FlagValues): void {
  const builder = values.text('builder') || 'default';
  if (builder !== 'default') throw failure(`ERROR: no builder ${JSON.stringify(builder)} found`);
}

/** Global flags that would change where the engine is. */
function refuseGlobals(sys: Sys, globals: FlagValues): void {
  const refused = docker.flags.find((flag) => flag.refused && globals.has(flag.name));
  if (refused) throw refusedFlag(refused);
  const level = globals.text('log-level');
  if (
    level !== undefined &&
    !['debug', 'info', 'warn', 'warning', 'error', 'fatal', 'panic', 'trace'].includes(level)
  ) {
    throw failure(`Unable to parse logging level: ${level}`);
  }
  const context = globals.text('context') ?? sys.env['DOCKER_CONTEXT'];
  if (context !== undefined && context !== '' && context !== 'default') {
    throw failure(
      `Failed to initialize: unable to resolve docker endpoint: context "${context}": context not found: open ${metaFile(sys, context)}: no such file or directory`,
    );
  }
  if (globals.has('host')) {
    throw failure(
      'docker: --host is not supported by Strata: set DOCKER_HOST where the shell runs in Node',
      125,
    );
  }
}

/** Where Docker keeps what it knows of a context. */
function metaFile(sys: Sys, context: string): string {
  const folder = digestSync(encode(context)).slice('sha256:'.length);
  return `${sys.env['DOCKER_CONFIG'] || `${sys.env['HOME'] ?? ''}/.docker`}/contexts/meta/${folder}/meta.json`;
}

async function report(error: unknown, invocation: Invocation | undefined, print: Print): Promise<number> {
  const command = invocation?.command ?? docker;
  let text = messageOf(error);
  if (!(error instanceof StrataError)) text = `docker: internal error: ${text}`;
  if (text !== '') {
    const usage = error instanceof StrataError && error.data['usage'] === true;
    await print(2, usage ? `${text}\n\n${usageHint(invocation?.path ?? 'docker', command)}` : `${text}\n`);
  }
  return statusOf(error);
}
