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
    const short = options.value('o') ?? operands.shift() ?? io.usage();
    if (operands[0] === '--') operands.shift();
    const long = options.values('l').flatMap((list) => list.split(/[,\s]+/).filter(Boolean));
    const name = options.value('n') ?? 'getopt';
    const quote =
      old || options.has('u') ? (text: string) => text : (text: string) => `'${text.replace(/'/g, "'\\''")}'`;
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
  const value = (inline: string | undefined, kind: string, shown: string) => {
    if (kind === '') return;
    const text = inline ?? (kind === ':' ? args.shift() : '');
    if (text === undefined) complain(`option requires an argument: ${shown}`);
    else words.push(quote(text));
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
        complain(`unrecognized option: ${longName}`);
        continue;
      }
      const kind = /:*$/.exec(exact)![0];
      words.push(`--${exact.slice(0, exact.length - kind.length)}`);
      value(word.includes('=') ? word.slice(word.indexOf('=') + 1) : undefined, kind, longName);
    } else if (/^-./.test(word)) {
      for (let i = 1; i < word.length; i++) {
        const at = word[i] === ':' ? -1 : spec.short.indexOf(word[i]!);
        if (at < 0) {
          complain(`unrecognized option: ${word[i]}`);
          continue;
        }
        const kind = /^:*/.exec(spec.short.slice(at + 1))![0];
        words.push(`-${word[i]}`);
        if (kind) {
          value(word.slice(i + 1) || undefined, kind, word[i]!);
          break;
        }
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
