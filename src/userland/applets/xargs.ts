/** xargs: builds command lines from stdin. */
import { encode } from '../../base/index.ts';
import { bytesOfBinary, errnoOf, exitCodeOf, textOf } from '../../posix/index.ts';
import { applet, type Io, type Reader } from '../io.ts';
import { statusOfProgram } from '../launch.ts';
import { parseCount, parseOptions } from '../options.ts';
import { confirm } from '../prompt.ts';

/** What busybox allows where nothing else is said: its 32 K less what POSIX keeps for the environment. */
const USUAL_SIZE = 32_768 - 2048;

export const main = applet({
  usage: '[-0prt] [-I STR | -n N] [-s N] [-E STR] [-P N] [-a FILE] [PROG ARGS]',
  about: 'Run PROG on every item given by stdin',
  async run(io) {
    const options = parseOptions(io, '0rtpxon:s:E:e::I:i::P:a:', {
      stop: true,
      long: { null: '0', 'no-run-if-empty': 'r', replace: 'i::', 'max-args': 'n', 'max-procs': 'P' },
    });
    const command = options.operands.length ? options.operands : ['echo'];
    const replace =
      options.has('I') || options.has('i') ? (options.value('I') ?? options.value('i') ?? '{}') : undefined;
    const most = options.has('n') ? parsePositive(io, options.value('n')!) : Infinity;
    const bytesOf = (word: string) => encode(word).length + 1;
    const size =
      (options.has('s') ? parsePositive(io, options.value('s')!) : USUAL_SIZE) -
      command.reduce((sum, word) => sum + bytesOf(word), 0);
    if (size <= 0) io.die("can't fit single argument within argument list size limit");
    const path = options.value('a');
    const reader = path === undefined ? io.reader(0) : await io.openInput(path);
    const items = createItems(io, reader, {
      nul: options.has('0'),
      lines: replace !== undefined,
      end: options.value('E') ?? options.value('e'),
    });
    const run = async (argv: string[]): Promise<number> => {
      if (options.has('t') || options.has('p'))
        io.printError(`${argv.join(' ')}${options.has('p') ? ' ?...' : '\n'}`);
      if (options.has('p') && !(await confirm(io, ''))) return 0;
      await io.flush();
      return launch(io, argv);
    };
    let status = 0;
    let ran = false;
    let batch: string[] = [];
    let length = 0;
    const flushBatch = async () => {
      ran = true;
      const code = await run([...command, ...batch]);
      batch = [];
      length = 0;
      return note(code);
    };
    /** Remembers a failure; true where xargs has to stop. */
    const note = (code: number): boolean => {
      if (code === 0) return false;
      status = code;
      return status !== 123;
    };
    for (let item = await items(); item !== undefined; item = await items()) {
      const bytes = bytesOf(item);
      if (replace !== undefined) {
        ran = true;
        if (note(await run(command.map((word) => word.replaceAll(replace, item!))))) return status;
        continue;
      }
      if (batch.length > 0 && length + bytes > size && (await flushBatch())) return status;
      if (bytes > size) io.die('argument line too long');
      batch.push(item);
      length += bytes;
      if (batch.length >= most && (await flushBatch())) return status;
    }
    if (batch.length > 0 || (!ran && replace === undefined && !options.has('r'))) await flushBatch();
    return status;
  },
});

function parsePositive(io: Io, text: string): number {
  const number = parseCount(io, text);
  return number >= 1 && number <= 0x7fff_ffff
    ? number
    : io.die(`number ${text} is not in 1..${0x7fff_ffff} range`);
}

/** xargs' own status for how a program ended (POSIX, xargs, EXIT STATUS), with a word where it has to stop. */
async function launch(io: Io, argv: readonly string[]): Promise<number> {
  try {
    const status = await statusOfProgram(io.sys, argv);
    const signal = status & 0x7f;
    if (signal !== 0) {
      io.warn(`'${argv[0]}' terminated by signal ${signal}`);
      return 125;
    }
    const code = exitCodeOf(status);
    if (code === 255) io.warn(`${argv[0]}: exited with status 255; aborting`);
    return code === 255 ? 124 : code === 0 || code === 126 || code === 127 ? code : 123;
  } catch (error) {
    io.warnErrno(argv[0]!, error);
    return errnoOf(error) === 'ENOENT' ? 127 : 126;
  }
}

interface ItemRules {
  readonly nul: boolean;
  readonly lines: boolean;
  readonly end: string | undefined;
}

/** Reads items one by one: blank-separated words with quotes and backslashes, lines, or NUL-terminated. */
function createItems(io: Io, reader: Reader, rules: ItemRules): () => Promise<string | undefined> {
  const words: string[] = [];
  let ended = false;
  const text = (binary: string) => textOf(bytesOfBinary(binary));
  return async () => {
    for (;;) {
      const word = words.shift();
      if (word !== undefined) {
        if (rules.end !== undefined && word === rules.end) {
          ended = true;
          words.length = 0;
          return undefined;
        }
        return word;
      }
      if (ended) return undefined;
      let line = await reader.line(rules.nul ? '\0' : '\n');
      if (line === undefined) return undefined;
      if (rules.nul) return text(line);
      // A backslash at a line's end joins the next one.
      while (/(^|[^\\])(\\\\)*\\$/.test(line)) line = `${line}\n${(await reader.line()) ?? ''}`;
      const parsed = splitWords(io, text(line));
      if (rules.lines) {
        const joined = text(line).trimStart();
        if (joined !== '') words.push(/["'\\]/.test(joined) ? parsed.join(' ') : joined);
      } else words.push(...parsed);
    }
  };
}

function splitWords(io: Io, line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const char = line[i]!;
    if (quote) {
      if (char === quote) quote = '';
      else word += char;
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= '';
    } else if (char === '\\') word = (word ?? '') + (line[++i] ?? '');
    else if (char === ' ' || char === '\t' || char === '\n') {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + char;
  }
  if (quote) io.die(`unmatched ${quote === '"' ? 'double' : 'single'} quote`);
  if (word !== undefined) words.push(word);
  return words;
}
