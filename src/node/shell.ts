/**
 * `npm run shell`: the laptop in a terminal, a command or a script on it, or JSON lines.
 *
 *     shell [--state DIR]                     an interactive terminal
 *     shell [--state DIR] -c COMMAND [ARG…]   one command
 *     shell [--state DIR] SCRIPT [ARG…]       a script of this machine
 *     shell [--state DIR] --batch             JSON lines in, JSON lines out
 */
import * as fs from 'node:fs';
import { messageOf } from '../base/index.ts';
import { runBatch } from './batch.ts';
import { runHere } from './here.ts';
import { openState, startMachine } from './machine.ts';

const USAGE = 'usage: shell [--state DIR] [--batch | -c COMMAND [ARG...] | SCRIPT [ARG...]]';

interface Request {
  readonly state: string | undefined;
  readonly batch: boolean;
  /** What the laptop's bash is started with; undefined for a login shell. */
  readonly argv: readonly string[] | undefined;
}

process.exit(await main(process.argv.slice(2)));

async function main(args: readonly string[]): Promise<number> {
  try {
    const request = parse(args);
    const machine = await startMachine(openState(request.state));
    const status = request.batch
      ? await runBatch(machine, process.stdin, process.stdout)
      : await runHere(machine.laptop, request.argv);
    await machine.close();
    return status;
  } catch (error) {
    process.stderr.write(`shell: ${messageOf(error)}\n`);
    return 1;
  }
}

function parse(args: readonly string[]): Request {
  let state: string | undefined;
  let batch = false;
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!;
    if (word === '--state') {
      state = args[++at];
      if (!state) throw new Error(`--state needs a folder\n${USAGE}`);
    } else if (word.startsWith('--state=')) state = word.slice('--state='.length);
    else if (word === '--batch') batch = true;
    else if (word === '-c') {
      const [command, ...rest] = args.slice(at + 1);
      if (command === undefined || batch) throw new Error(USAGE);
      return { state, batch, argv: ['bash', '-c', command, ...rest] };
    } else if (word.startsWith('-') && word !== '-') throw new Error(`unknown option ${word}\n${USAGE}`);
    else if (batch) throw new Error(USAGE);
    else return { state, batch, argv: ['bash', '-c', fs.readFileSync(word, 'utf8'), ...args.slice(at)] };
  }
  return { state, batch, argv: undefined };
}
