/**
 * Progress of a pull: on a terminal a line for each layer, redrawn; elsewhere a line for each change.
 *
 * Messages of the engine in, text out. @see moby pkg/jsonmessage for what the words are
 */

import type { ByteSource } from '../../base/index.ts';
import type { Cli } from '../command.ts';
import { failure } from '../failure.ts';
import { general } from '../format/units.ts';
import { jsonLines } from './json-lines.ts';

export interface ProgressMessage {
  readonly status?: string;
  readonly id?: string;
  readonly stream?: string;
  readonly aux?: unknown;
  readonly error?: string;
  readonly errorDetail?: { readonly code?: number; readonly message?: string };
  readonly progress?: string;
  readonly progressDetail?: { readonly current?: number; readonly total?: number };
}

/** Shows what comes, nothing where `fd` is undefined. @throws ECLI where the engine reports an error */
export async function showProgress(cli: Cli, source: ByteSource, fd: 1 | 2 | undefined): Promise<void> {
  const print = fd === 2 ? cli.err : cli.out;
  const terminal = fd !== undefined && cli.sys.isatty(fd);
  const display = terminal ? terminalDisplay(() => cli.sys.getWindowSize(fd).columns) : plainDisplay();
  for await (const message of jsonLines<ProgressMessage>(source)) {
    const problem = message.errorDetail?.message ?? message.error;
    if (problem !== undefined) throw failure(problem, 1, { message: problem });
    if (fd === undefined) continue;
    const text = display(message);
    if (text !== '') await print(text);
  }
}

/** Not a terminal: changes of amounts are left out. */
function plainDisplay(): (message: ProgressMessage) => string {
  return (message) => {
    if (message.progressDetail?.current || message.progressDetail?.total || message.progress) return '';
    return lineOf(message, '');
  };
}

function lineOf({ id, status = '', stream, aux }: ProgressMessage, bar: string): string {
  if (aux !== undefined) return '';
  if (stream) return stream;
  return `${id ? `${id}: ` : ''}${status}${bar === '' ? '' : ` ${bar}`}\n`;
}

/** Every id has a line of its own, to which the cursor goes up and comes back. */
function terminalDisplay(columns: () => number): (message: ProgressMessage) => string {
  const rows = new Map<string, number>();
  return (message) => {
    const amounts = message.progressDetail;
    const bar = amounts ? progressBar(amounts, columns()) : '';
    if (!message.id || !(amounts || message.progress)) {
      return message.id && rows.has(message.id)
        ? place(rows, message.id, lineOf(message, bar))
        : lineOf(message, bar);
    }
    let text = '';
    if (!rows.has(message.id)) {
      rows.set(message.id, rows.size);
      text = '\n';
    }
    return text + place(rows, message.id, lineOf(message, bar));
  };
}

/** The line in place of the one that this id has, the cursor back below all. */
function place(rows: ReadonlyMap<string, number>, id: string, line: string): string {
  const up = rows.size - rows.get(id)!;
  return `\x1b[${up}A\x1b[2K\r${line.replace(/\n$/, '')}\x1b[${up}B\r`;
}

/** `[=====>     ]  1.2MB/3.4MB`, narrower where the terminal is. */
function progressBar(
  { current = 0, total = 0 }: { current?: number; total?: number },
  columns: number,
): string {
  if (current <= 0 && total <= 0) return '';
  if (total <= 0) return shortSize(current).padStart(8);
  let bar = '';
  const percent = Math.min(50, Math.trunc((current / total) * 50));
  if (columns > 110) {
    const rest = Math.max(0, 50 - percent);
    bar = `[${'='.repeat(percent)}>${' '.repeat(rest)}] `;
  }
  const numbers =
    current > total
      ? shortSize(current).padStart(8)
      : `${shortSize(current).padStart(8)}/${shortSize(total)}`;
  return bar + numbers;
}

/** go-units' HumanSize with four digits. */
function shortSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let unit = 0;
  while (bytes >= 1000 && unit < units.length - 1) {
    bytes /= 1000;
    unit++;
  }
  return general(bytes, 4) + units[unit];
}
