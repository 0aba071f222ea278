/** sed: the stream editor. Scripts are parsed in `sed-parse.ts`; this file runs them line by line. */
import { isPromise } from '../../base/index.ts';
import { binaryOf, bytesOfBinary } from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { readSmallFile, writeFile } from '../files.ts';
import { applet, type Io, type Reader } from '../io.ts';
import { type Options, parseOptions } from '../options.ts';
import { writeTo } from './sed-files.ts';
import { type Address, type Command, parseSed, type SedScript } from './sed-parse.ts';
import { substitute } from './sed-substitute.ts';

export const main = applet({
  usage: '[-i[SFX]] [-nrEsz] [-f FILE]... [-e CMD]... [FILE]...\n[-i[SFX]] [-nrEsz] CMD [FILE]...',
  about: 'Edit a stream of text',
  async run(io) {
    const long = {
      'in-place': 'i',
      'regexp-extended': 'r',
      quiet: 'n',
      silent: 'n',
      expression: 'e',
      file: 'f',
      version: '!version',
    };
    const options = parseOptions(io, 'i::rEne:f:', { long });
    if (options.has('!version')) {
      io.print('This is not GNU sed version 4.0\n');
      return 0;
    }
    const operands = [...options.operands];
    const source = await readScript(io, options, operands);
    const script = parseSed(io, source, options.has('r') || options.has('E'));
    const inPlace = options.has('i');
    if (inPlace && operands.length === 0) io.die('no input files');
    const run = createRun(io, options, script);
    try {
      return inPlace
        ? await editInPlace(run, operands, options.value('i') ?? '')
        : await editStream(run, operands);
    } finally {
      for (const fd of run.files.values()) await io.sys.close(fd);
    }
  },
});

async function readScript(io: Io, options: Options, operands: string[]): Promise<string> {
  const parts = options.values('e').map(binaryOf);
  for (const path of options.values('f')) {
    try {
      const reader = await io.openInput(path);
      parts.push((await reader.rest()).replace(/\n$/, ''));
      await reader.close();
    } catch (error) {
      io.dieErrno(path, error);
    }
  }
  if (parts.length === 0) {
    const first = operands.shift();
    if (first === undefined) io.usage();
    parts.push(binaryOf(first));
  }
  return parts.join('\n');
}

interface Run {
  readonly io: Io;
  readonly script: SedScript;
  readonly quiet: boolean;
  pattern: string;
  hold: string;
  line: number;
  /** Whether a substitution succeeded since the last input line or `t`. */
  substituted: boolean;
  /** Texts of a, r, R to print at the end of the cycle. */
  readonly appended: { text: string; file: boolean }[];
  /** For each command with a range, whether it is inside. */
  readonly active: Map<Command, number>;
  readonly files: Map<string, number>;
  put: (text: string) => void;
  /** Prints the pattern space. */
  print: () => void;
  /** Whether the last line that was printed lacks its newline, as the last line of an input may. */
  open: boolean;
  input: Input;
  /** q was run: what inputs are left stays unread. */
  quit: boolean;
}

/** All inputs as one, one line read ahead so that `$` is known. */
interface Input {
  next(): Promise<string | undefined>;
  isLast(): Promise<boolean>;
  /** Whether the line last taken ended with its delimiter. */
  terminated(): boolean;
  close(): Promise<void>;
}

function createRun(io: Io, options: Options, script: SedScript): Run {
  const run: Run = {
    io,
    script,
    quiet: options.has('n') || script.quiet,
    pattern: '',
    hold: '',
    line: 0,
    substituted: false,
    appended: [],
    active: new Map(),
    files: new Map(),
    put: (text) => io.put(text),
    print: () => putLine(run),
    open: false,
    input: {
      next: async () => undefined,
      isLast: async () => true,
      terminated: () => true,
      close: async () => {},
    },
    quit: false,
  };
  return run;
}

function createInput(run: Run, paths: readonly string[], onFailure: () => void): Input {
  const { io } = run;
  let at = 0;
  let reader: Reader | undefined;
  let ahead: string | undefined;
  let aheadTerminated = true;
  let filled = false;
  let terminated = true;
  async function fill(): Promise<void> {
    if (filled) return;
    for (;;) {
      if (!reader) {
        const path = paths[at++];
        if (path === undefined) break;
        try {
          reader = await io.openInput(path);
        } catch (error) {
          io.warnErrno(path, error);
          onFailure();
          continue;
        }
      }
      try {
        const line = reader.line();
        ahead = isPromise(line) ? await line : line;
      } catch (error) {
        io.warnErrno(`couldn't read '${paths[at - 1]}'`, error);
        onFailure();
        ahead = undefined;
      }
      aheadTerminated = reader.terminated;
      if (ahead !== undefined) break;
      await reader.close();
      reader = undefined;
    }
    filled = true;
  }
  return {
    async next() {
      if (!filled) await fill();
      const line = ahead;
      terminated = aheadTerminated;
      ahead = undefined;
      filled = false;
      return line;
    },
    async isLast() {
      if (!filled) await fill();
      return ahead === undefined;
    },
    terminated: () => terminated,
    async close() {
      await reader?.close();
    },
  };
}

async function editStream(run: Run, operands: readonly string[]): Promise<number> {
  const paths = operands.length ? operands : ['-'];
  let status = 0;
  run.input = createInput(run, paths, () => (status = 1));
  await cycles(run);
  await run.input.close();
  return status;
}

async function editInPlace(run: Run, operands: readonly string[], suffix: string): Promise<number> {
  const { io } = run;
  let status = 0;
  for (const path of operands) {
    let out = '';
    try {
      const stat = await io.sys.stat(path);
      run.put = (text) => (out += text);
      run.line = 0;
      run.input = createInput(run, [path], () => (status = 1));
      await cycles(run);
      await replaceFile(io, path, stat, bytesOfBinary(out), suffix);
    } catch (error) {
      io.warnErrno(path, error);
      status = 1;
    }
    if (run.quit) return status;
  }
  return status;
}

/** Puts a new file in an old one's place; where that fails, nothing is left of the new one. */
async function replaceFile(
  io: Io,
  path: string,
  { mode, uid, gid }: Stat,
  bytes: Uint8Array,
  suffix: string,
): Promise<void> {
  const { sys } = io;
  const copy = `${path}.sed${sys.pid}`;
  try {
    await writeFile(sys, copy, bytes, mode & 0o777);
    await sys.chmod(copy, mode & 0o7777);
    await sys.chown(copy, uid, gid);
    if (suffix !== '') await move(io, path, suffix.includes('*') ? suffix.replace('*', path) : path + suffix);
    await move(io, copy, path);
  } catch (error) {
    await (async () => sys.unlink(copy))().catch(() => {});
    throw error;
  }
}

async function move(io: Io, from: string, to: string): Promise<void> {
  try {
    await io.sys.rename(from, to);
  } catch (error) {
    io.dieErrno(`can't move '${from}' to '${to}'`, error);
  }
}

async function cycles(run: Run): Promise<void> {
  let restart = false;
  for (;;) {
    if (!restart) {
      const line = await run.input.next();
      if (line === undefined) return;
      run.pattern = line;
      run.line++;
      run.substituted = false;
    }
    const end = await runCommands(run, run.script.commands);
    restart = end === 'restart';
    if ((end === 'end' || end === 'quit') && !run.quiet) run.print();
    if (end !== 'quitSilently') await printAppended(run);
    if (end === 'quit' || end === 'quitSilently') return;
    const pumped = run.io.pump();
    if (isPromise(pumped)) await pumped;
  }
}

/** Puts text on a line of its own. */
function emit(run: Run, text: string): void {
  run.put(run.open ? `\n${text}` : text);
  run.open = false;
}

function putLine(run: Run): void {
  const terminated = run.input.terminated();
  emit(run, terminated ? `${run.pattern}\n` : run.pattern);
  run.open = !terminated;
}

async function printAppended(run: Run): Promise<void> {
  for (const { text, file } of run.appended.splice(0)) {
    const content = file ? await readSmallFile(run.io.sys, text) : text;
    if (content) emit(run, content);
  }
}

type End = 'end' | 'delete' | 'restart' | 'quit' | 'quitSilently';

async function runCommands(run: Run, commands: readonly Command[]): Promise<End> {
  for (let at = 0; at < commands.length; at++) {
    const command = commands[at]!;
    const selected = selects(run, command);
    if ((isPromise(selected) ? await selected : selected) === command.negated) {
      if (command.name === '{') at = command.target;
      continue;
    }
    switch (command.name) {
      case 'b':
        at = command.target;
        break;
      case 't':
      case 'T':
        if (run.substituted === (command.name === 't')) at = command.target;
        run.substituted = false;
        break;
      case 's':
        if (await substitute(command.substitution!, run)) run.substituted = true;
        break;
      default: {
        const end = await perform(run, command);
        if (end) return end;
      }
    }
    const breath = run.io.sys.breathe();
    if (isPromise(breath)) await breath;
  }
  return 'end';
}

async function perform(run: Run, command: Command): Promise<End | undefined> {
  const { text } = command;
  switch (command.name) {
    case 'p':
      run.print();
      return;
    case 'P':
      emit(run, `${run.pattern.split('\n', 1)[0]}\n`);
      return;
    case 'd':
      return 'delete';
    case 'D': {
      const newline = run.pattern.indexOf('\n');
      if (newline < 0) return 'delete';
      run.pattern = run.pattern.slice(newline + 1);
      return 'restart';
    }
    case 'n':
      if (await run.input.isLast()) return run.quiet ? 'quitSilently' : 'quit';
      if (!run.quiet) run.print();
      await printAppended(run);
      run.pattern = (await run.input.next())!;
      run.line++;
      return;
    case 'N':
      // Without a next line GNU and busybox print what there is.
      if (await run.input.isLast()) return 'quit';
      await printAppended(run);
      run.pattern += `\n${await run.input.next()}`;
      run.line++;
      return;
    case 'g':
      run.pattern = run.hold;
      return;
    case 'G':
      run.pattern += `\n${run.hold}`;
      return;
    case 'h':
      run.hold = run.pattern;
      return;
    case 'H':
      run.hold += `\n${run.pattern}`;
      return;
    case 'x':
      [run.pattern, run.hold] = [run.hold, run.pattern];
      return;
    case 'y':
      run.pattern = run.pattern.replace(/./gs, (char) => command.map!.get(char) ?? char);
      return;
    case 'a':
      run.appended.push({ text: `${text}\n`, file: false });
      return;
    case 'i':
      emit(run, `${text}\n`);
      return;
    case 'c':
      // Of a range only the end prints the text.
      if (!command.second || command.negated || !run.active.has(command)) emit(run, `${text}\n`);
      return 'delete';
    case 'r':
      run.appended.push({ text, file: true });
      return;
    case 'w':
      await writeTo(run, text, `${run.pattern}\n`);
      return;
    case '=':
      emit(run, `${run.line}\n`);
      return;
    case 'q':
      run.quit = true;
      return 'quit';
  }
  return;
}

function selects(run: Run, command: Command): boolean | Promise<boolean> {
  const { first, second } = command;
  if (!first) return true;
  if (!second) return matches(run, first);
  return inRange(run, command, first, second);
}

function matches(run: Run, address: Address): boolean | Promise<boolean> {
  switch (address.kind) {
    case 'line':
      return run.line === address.line;
    case 'last':
      return run.input.isLast();
    case 'regex':
      return run.script.regexOf(address.regex).test(run.pattern);
    default:
      return false;
  }
}

/** Ranges remember across lines; the value is the line where a numeric end falls, or 0. */
async function inRange(run: Run, command: Command, first: Address, second: Address): Promise<boolean> {
  const { active } = run;
  const until = active.get(command);
  if (until === undefined) {
    if (!(await matches(run, first))) return false;
    // From here on an empty expression means the range's end.
    if (second.kind === 'regex') run.script.regexOf(second.regex);
    const end = endOf(run, second);
    if (second.kind === 'last' ? !(await run.input.isLast()) : end === 0 || end > run.line)
      active.set(command, end);
    return true;
  }
  const ended =
    second.kind === 'regex' || second.kind === 'last' ? await matches(run, second) : run.line >= until;
  if (ended) active.delete(command);
  // A numeric end that has been jumped over (by n, N) takes this line no more.
  return !(until > 0 && run.line > until);
}

function endOf(run: Run, address: Address): number {
  if (address.kind === 'line') return address.line;
  if (address.kind === 'plus') return run.line + address.count;
  return 0;
}
