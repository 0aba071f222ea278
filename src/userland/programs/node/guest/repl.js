/** The REPL: lines of the terminal, evaluated and shown. The line discipline edits them. */
import { compile } from './bridge.js';
import { inspect } from './inspect.js';
import { scriptModule } from './modules.js';
import { process } from './process.js';
import { createInterface } from './readline.js';
import { rememberSource } from './stack.js';

const HELP = `.break    Sometimes you get stuck, this gets you out
.clear    Break, and also clear the local context
.exit     Exit the REPL
.help     Print this help message

Press Ctrl+D to exit the REPL
`;
/** What the engine says of a text that goes on. */
const UNFINISHED = /Unexpected end of input|Invalid or unexpected token|unexpected end|expecting '[})\]]'/i;

export function startRepl(version) {
  const { stdout } = process;
  let pending = '';
  const shows = Boolean(stdout.isTTY);
  process.stdout.write(`Welcome to Node.js v${version} on QuickJS-ng.\nType ".help" for more information.\n`);
  const lines = createInterface({ input: process.stdin, output: stdout, prompt: '> ' });
  const module = scriptModule('repl');
  for (const [name, value] of [
    ['require', module.run],
    ['module', module],
    ['exports', module.exports],
  ])
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  const ask = () => stdout.write(pending ? '... ' : '> ');
  const show = (value) => {
    globalThis._ = value;
    stdout.write(`${inspect(value, { colors: shows })}\n`);
  };
  const failed = (error) => stdout.write(`Uncaught ${inspect(error)}\n`);

  const commands = {
    '.exit': () => lines.close(),
    '.help': () => stdout.write(HELP),
    '.break'() {
      pending = '';
    },
    '.clear'() {
      pending = '';
    },
  };

  async function evaluate(text) {
    // An object is meant, not a block.
    const asObject = /^\s*\{/.test(text) && !/;\s*$/.test(text) ? [`(${text.trim()})`, text] : [text];
    for (const [index, code] of asObject.entries()) {
      rememberSource('REPL', code);
      try {
        const isAwaiting = /\bawait\b/.test(code);
        const value = compile(isAwaiting ? 'module.awaiting' : 'module.script', [code, 'REPL']);
        show(isAwaiting ? (await value).value : value);
        pending = '';
        return;
      } catch (error) {
        if (!(error instanceof SyntaxError)) {
          pending = '';
          return failed(error);
        }
        if (index < asObject.length - 1) continue;
        pending = UNFINISHED.test(error.message) ? text : '';
        if (!pending) failed(error);
      }
    }
  }

  ask();
  lines.on('line', async (line) => {
    const command = commands[line.trim()];
    if (command && (!pending || line.trim() === '.break')) command();
    else if (pending || line.trim()) await evaluate(pending + (pending ? '\n' : '') + line);
    if (!lines.closed) ask();
  });
  lines.on('close', () => {
    if (shows) stdout.write('\n');
    process.exit();
  });
  process.on('SIGINT', () => {
    pending = '';
    stdout.write('\n(To exit, press Ctrl+D or type .exit)\n');
    ask();
  });
  Object.defineProperty(process, 'replFailed', {
    enumerable: false,
    value: (error) => {
      pending = '';
      failed(error);
      ask();
    },
  });
}
