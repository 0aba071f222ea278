/** node's command line, as far as its options mean something here. */

export interface Given {
  readonly action: 'run' | 'eval' | 'print' | 'check' | 'repl' | 'version' | 'help';
  /** The script of `-e` and `-p`. */
  readonly code?: string;
  /** Modules of `-r`. */
  readonly preload: readonly string[];
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

/** Accepted because they ask for nothing that would be different here. */
const IGNORED = new Set([
  '--no-warnings',
  '--trace-warnings',
  '--no-deprecation',
  '--enable-source-maps',
  '--trace-uncaught',
  '--experimental-vm-modules',
  '--expose-gc',
  '--stack-trace-limit',
  '--max-old-space-size',
  '--experimental-detect-module',
  '--unhandled-rejections',
]);

export function parseArguments(args: readonly string[]): Given {
  let action: Given['action'] | undefined;
  let code: string | undefined;
  let inputType: Given['inputType'];
  const preload: string[] = [];
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
    } else if (name === '-r' || name === '--require' || name === '--import')
      preload.push(argumentOf(name, attached));
    else if (name === '--input-type')
      inputType = argumentOf(name, attached) === 'module' ? 'module' : 'commonjs';
    else if (!IGNORED.has(name)) throw new BadOption(`bad option: ${arg}`);
  }
  return {
    action: action ?? 'run',
    ...(code === undefined ? {} : { code }),
    preload,
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
  --input-type=module         what -e, -p and standard input hold
  -p, --print [script]        evaluate script and print result
  -r, --require=module        load a module before the script
  -v, --version               print the version

Environment variables:
  NODE_DEBUG, NODE_PATH and NODE_OPTIONS are not read.

This is Strata's node: QuickJS-ng in WebAssembly, with Node's library as far as a container without
network sockets can have it. There is no npm, no native addon, no debugger, no worker thread.
`;
