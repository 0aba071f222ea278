/** getopt: options of shell scripts put in order. */
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';

export const main = applet({
  usage: '[OPTIONS] [--] OPTSTRING PARAMS',
  about: 'Parse command-line parameters of a script',
  run(io) {
    // Without options of its own: the old form, where nothing is quoted.
    const old = !/^-/.test(io.args[0] ?? '-');
    const options = parseOptions(io, 'ao:l:n:qQs:Tu', {
      stop: true,
      long: {
        options: 'o',
        longoptions: 'l',
        name: 'n',
        alternative: 'a',
        quiet: 'q',
        test: 'T',
        unquoted: 'u',
      },
    });
    if (options.has('T')) return 4;
    const operands = [...options.operands];
    const short = options.value('o') ?? operands.shift() ?? io.die('missing optstring argument');
    if (operands[0] === '--') operands.shift();
    const long = options.values('l').flatMap((list) => list.split(/[,\s]+/).filter(Boolean));
    const name = options.value('n') ?? 'getopt';
    const shell = options.value('s') ?? 'sh';
    if (!Object.hasOwn(QUOTES, shell)) io.warn(`unknown shell '${shell}', assuming bash`);
    const quote = old || options.has('u') ? (text: string) => text : (QUOTES[shell] ?? quoteForSh);
    const result = arrange(
      io,
      { short, long, name, quiet: options.has('q'), alternative: options.has('a') },
      operands,
      quote,
    );
    if (!options.has('Q')) io.print(`${result.words.map((word) => ` ${word}`).join('')}\n`);
    return result.failed ? 1 : 0;
  },
});

const quoteForSh = (text: string) => `'${text.replace(/'/g, "'\\''")}'`;

/** csh's history marks, blanks and line breaks have to be quoted by themselves. */
const quoteForCsh = (text: string) =>
  `'${text.replace(/'/g, "'\\''").replace(/[!\s]/g, (char) => `'\\${char === '\n' ? 'n' : char}'`)}'`;

const QUOTES: Readonly<Record<string, (text: string) => string>> = {
  sh: quoteForSh,
  bash: quoteForSh,
  csh: quoteForCsh,
  tcsh: quoteForCsh,
};

interface Spec {
  readonly short: string;
  readonly long: readonly string[];
  readonly name: string;
  readonly quiet: boolean;
  readonly alternative: boolean;
}

function arrange(
  io: Io,
  spec: Spec,
  args: string[],
  quote: (text: string) => string,
): { words: string[]; failed: boolean } {
  const words: string[] = [];
  const rest: string[] = [];
  let failed = false;
  const complain = (text: string) => {
    failed = true;
    if (!spec.quiet) io.printError(`${spec.name}: ${text}\n`);
  };
  const stop = spec.short.startsWith('+');
  /** Takes an option with its value; without the value that it needs it is left out. */
  const option = (word: string, inline: string | undefined, kind: string, shown: string) => {
    if (kind === '') {
      words.push(word);
      return;
    }
    const text = inline ?? (kind === ':' ? args.shift() : '');
    if (text === undefined) complain(`option requires an argument: ${shown}`);
    else words.push(word, quote(text));
  };
  while (args.length > 0) {
    const word = args.shift()!;
    if (word === '--') {
      rest.push(...args);
      break;
    }
    const alternative = spec.alternative && /^-[^-]/.test(word);
    const longName = /^--?([^=]*)/.exec(word)?.[1] ?? '';
    const long =
      word.startsWith('--') || alternative ? spec.long.filter((entry) => entry.startsWith(longName)) : [];
    const exact =
      long.find((entry) => entry.replace(/:+$/, '') === longName) ??
      (long.length === 1 ? long[0] : undefined);
    if (word.startsWith('--') || (alternative && exact)) {
      if (!exact) {
        complain(`${long.length > 1 ? 'option is ambiguous' : 'unrecognized option'}: ${longName}`);
        continue;
      }
      const kind = /:*$/.exec(exact)![0];
      const inline = word.includes('=') ? word.slice(word.indexOf('=') + 1) : undefined;
      if (inline !== undefined && kind === '') complain(`option does not take an argument: ${longName}`);
      else option(`--${exact.slice(0, exact.length - kind.length)}`, inline, kind, longName);
    } else if (/^-./.test(word)) {
      for (let i = 1; i < word.length; i++) {
        const at = word[i] === ':' ? -1 : spec.short.indexOf(word[i]!);
        if (at < 0) {
          complain(`unrecognized option: ${word[i]}`);
          continue;
        }
        const kind = /^:*/.exec(spec.short.slice(at + 1))![0];
        option(`-${word[i]}`, word.slice(i + 1) || undefined, kind, word[i]!);
        if (kind) break;
      }
    } else {
      rest.push(word);
      if (stop) {
        rest.push(...args);
        break;
      }
    }
  }
  return { words: [...words, '--', ...rest.map(quote)], failed };
}
