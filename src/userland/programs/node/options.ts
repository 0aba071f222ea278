/** node's command line, as far as its options mean something here. */

export interface Given {
  readonly action: 'run' | 'eval' | 'print' | 'check' | 'repl' | 'version' | 'help';
  /** The script of `-e` and `-p`. */
  readonly code?: string;
  /** Modules of `-r`. */
  readonly preload: readonly string[];
  /** Modules of `--import`. */
  readonly imports: readonly string[];
  readonly settings: Settings;
  /** What the program gets as process.execArgv. */
  readonly execArgv: readonly string[];
  /** The script's path (`-` is standard input) and its arguments; empty where there is none. */
  readonly operands: readonly string[];
  readonly inputType: 'module' | 'commonjs' | undefined;
}

/** What cannot be done; `status` is what node then exits with. */
export class BadOption extends Error {
  readonly status = 9;
}

/** What options set for the library. */
interface Settings {
  warnings?: false;
  deprecation?: false;
  traceWarnings?: true;
  traceDeprecation?: true;
  stackTraceLimit?: number;
  unhandledRejections?: string;
}

const SWITCHES: Readonly<Record<string, Settings>> = {
  '--no-warnings': { warnings: false },
  '--no-deprecation': { deprecation: false },
  '--trace-warnings': { traceWarnings: true },
  '--trace-deprecation': { traceDeprecation: true },
  // What it asks for is so in any case.
  '--experimental-detect-module': {},
};
const REJECTIONS = ['throw', 'strict', 'warn', 'none', 'warn-with-error-code'];

export function parseArguments(args: readonly string[]): Given {
  let action: Given['action'] | undefined;
  let code: string | undefined;
  let inputType: Given['inputType'];
  const preload: string[] = [];
  const imports: string[] = [];
  const settings: Settings = {};
  let at = 0;
  const argumentOf = (option: string, attached: string | undefined): string => {
    const value = attached ?? args[++at];
    if (value === undefined) throw new BadOption(`${option} requires an argument`);
    return value;
  };
  for (; at < args.length; at++) {
    const arg = args[at]!;
    if (arg === '--') {
      at++;
      break;
    }
    if (!arg.startsWith('-') || arg === '-') break;
    const [, name = arg, attached] = /^(--[^=]+)=(.*)$/s.exec(arg) ?? [];
    if (name === '-v' || name === '--version') action = 'version';
    else if (name === '-h' || name === '--help') action = 'help';
    else if (name === '-i' || name === '--interactive') action ??= 'repl';
    else if (name === '-c' || name === '--check') action = 'check';
    else if (name === '-e' || name === '--eval' || name === '-p' || name === '--print' || name === '-pe') {
      action = action === 'print' || name.startsWith('-p') || name === '--print' ? 'print' : 'eval';
      const next = args[at + 1];
      if (attached !== undefined || name === '-e' || name === '--eval' || (next && !next.startsWith('-')))
        code = argumentOf(name, attached);
    } else if (name === '-r' || name === '--require') preload.push(argumentOf(name, attached));
    else if (name === '--import') imports.push(argumentOf(name, attached));
    else if (name === '--input-type') {
      const type = argumentOf(name, attached);
      if (type !== 'module' && type !== 'commonjs')
        throw new BadOption('--input-type must be "module" or "commonjs"');
      inputType = type;
    } else if (name === '--unhandled-rejections') {
      const mode = argumentOf(name, attached);
      if (!REJECTIONS.includes(mode)) throw new BadOption(`invalid value for ${name}`);
      settings.unhandledRejections = mode;
    } else if (name === '--stack-trace-limit' && /^-?\d+$/.test(attached ?? ''))
      settings.stackTraceLimit = Number(attached);
    else if (attached === undefined && Object.hasOwn(SWITCHES, name)) Object.assign(settings, SWITCHES[name]);
    else throw new BadOption(`bad option: ${arg}`);
  }
  return {
    action: action ?? 'run',
    ...(code === undefined ? {} : { code }),
    preload,
    imports,
    settings,
    execArgv: args.slice(0, at).filter((arg) => arg !== '--'),
    operands: args.slice(at),
    inputType,
  };
}

export const HELP = `Usage: node [options] [ script.js ] [arguments]
       node [options] -e script [arguments]
       node [options] -            script from standard input

Options:
  -c, --check                 syntax check script without executing
  -e, --eval=script           evaluate script
  -h, --help                  print node command line options
  -i, --interactive           always enter the REPL
  --import=module             load an ES module before the script
  --input-type=module         what -e, -p and standard input hold
  --no-deprecation            silence deprecation warnings
  --no-warnings               silence all process warnings
  -p, --print [script]        evaluate script and print result
  -r, --require=module        load a module before the script
  --stack-trace-limit=number  how many frames a stack has
  --trace-deprecation         show stack traces on deprecations
  --trace-warnings            show stack traces on process warnings
  --unhandled-rejections=...  one of throw, strict, warn, none, warn-with-error-code
  -v, --version               print the version

Environment variables:
  NODE_DEBUG                  sets of util.debuglog that write, with commas between
  NODE_PATH and NODE_OPTIONS are not read.

This is Strata's node: QuickJS-ng in WebAssembly, with Node's library as far as a container without
network sockets can have it. There is no npm, no native addon, no debugger, no worker thread.
`;
