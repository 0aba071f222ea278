/**
 * The redrawn form of build progress: a line for each step and each of its transfers, with timers,
 * windows on what running steps print, all drawn over the former drawing.
 *
 * @see moby/buildkit util/progress/progressui, as recorded from a terminal
 */
import { formatAmount } from './amounts.ts';
import type { Drawer } from './display.ts';
import { durationOf, isCompleted, type Step, type Trace } from './trace.ts';
import { WINDOW_ROWS, windowRows } from './window.ts';

const BLUE = '\x1b[34m';
const RED = '\x1b[31m';
const YELLOW = '\x1b[33m';
const FAINT = '\x1b[2m';
const RESET = '\x1b[0m';

/** Columns that a window leaves free. */
const WINDOW_MARGIN = 10;
/** Shorter runs are shown as 0.0s, ms. */
const INSTANT = 50;

export interface TtyOptions {
  readonly size: () => { readonly rows: number; readonly columns: number };
  readonly color: boolean;
}

/** One line of the display. */
interface Line {
  readonly name: string;
  readonly amount: string;
  /** Milliseconds that it took so far. */
  readonly time: number;
  readonly completed: boolean;
  readonly color: string;
  /** The step whose window may be below it. */
  readonly step?: Step;
  window?: boolean;
}

export function createTtyDisplay({ size, color }: TtyOptions): Drawer {
  let drawn = 0;
  let first = true;
  return {
    print(trace, now, done) {
      const { rows, columns } = size();
      const width = columns > 0 ? columns : 80;
      const engineNow = now - (trace.skew ?? 0);
      const lines = fitted(linesOf(trace, engineNow), rows > 0 ? rows : 24, width, done);
      let text = `${'\x1b[1A'.repeat(drawn + 1)}${first ? '\x1b[1B' : ''}\x1b[0G\x1b[?25l`;
      first = false;
      text += headLine(trace, engineNow, width, done);
      let count = 0;
      for (const line of lines) {
        const shown = lineText(line, width);
        if (shown === undefined) continue;
        text += painted(shown, line.color, color);
        count++;
        if (!line.window) continue;
        for (const row of windowRows(line.step!.output, width - WINDOW_MARGIN)) {
          text += painted(` => => # ${row}\n`, FAINT, color);
          count++;
        }
      }
      const left = drawn - count;
      if (left > 0) text += `${`${' '.repeat(width)}\n`.repeat(left)}\x1b[${left}A\x1b[0G`;
      drawn = count;
      return `${text}\x1b[?25h`;
    },
  };
}

function painted(text: string, color: string, wanted: boolean): string {
  return color === '' || (!wanted && color !== FAINT) ? text : color + text + RESET;
}

function headLine(trace: Trace, now: number, width: number, done: boolean): string {
  const steps = [...trace.steps.values()];
  const completed = steps.filter(isCompleted).length;
  const start = trace.started[0]?.vertex.started ?? now;
  const finished = done && completed > 0 && completed === steps.length ? 'FINISHED' : '';
  const seconds = (Math.max(0, now - start) / 1000).toFixed(1);
  const head = `[+] Building ${seconds}s (${completed}/${steps.length}) ${finished}`;
  return `${align(head, 'docker:default', width - 1)}\n`;
}

function align(left: string, right: string, width: number): string {
  return `${left.padEnd(width - right.length - 1)} ${right}`;
}

/** Steps in the order in which they started, each with its transfers and warnings. */
function linesOf(trace: Trace, now: number): Line[] {
  return trace.started.flatMap((step) => {
    const { vertex } = step;
    const time = durationOf(step, now);
    const completed = [...step.intervals.values()].every(({ stop }) => stop !== undefined);
    const lines: Line[] = [
      {
        name: prefixOf(step) + vertex.name.replaceAll('\t', ' '),
        amount: '',
        time,
        completed,
        color: colorOf(step, completed),
        step,
      },
    ];
    for (const status of step.statuses) {
      const end = status.completed ?? now;
      lines.push({
        name: `=> ${status.id}`,
        amount: formatAmount(status).trim(),
        time: end - (status.started ?? end),
        completed: status.completed !== undefined,
        color: status.completed === undefined ? '' : BLUE,
      });
    }
    for (const warning of step.warnings) {
      lines.push({ name: `WARN: ${warning.short}`, amount: '', time, completed: true, color: '' });
    }
    return lines;
  });
}

function prefixOf({ vertex }: Step): string {
  const failed = vertex.error ? (isCanceled(vertex.error) ? 'CANCELED ' : 'ERROR ') : '';
  return (vertex.cached ? 'CACHED ' : '') + failed;
}

function isCanceled(error: string): boolean {
  return error.endsWith('context canceled');
}

function colorOf({ vertex }: Step, completed: boolean): string {
  if (!completed) return '';
  if (!vertex.error) return BLUE;
  return isCanceled(vertex.error) ? YELLOW : RED;
}

function lineText({ name, amount, time }: Line, width: number): string | undefined {
  const timer = ` ${(time < INSTANT ? 0 : time / 1000).toFixed(1).padStart(3)}s\n`;
  let room = width - ' => '.length - timer.length - 1;
  let shown = '';
  if (amount !== '' && room + amount.length > 20) {
    room -= amount.length + 1;
    shown = ` ${amount}`;
  }
  // Too narrow to say anything.
  if (room < 12) return undefined;
  return align(` => ${name.slice(0, room)}${shown}`, timer, width);
}

/** Gives windows to running steps where there is room, and cuts what does not fit on the screen. */
function fitted(lines: Line[], height: number, width: number, done: boolean): Line[] {
  const running = lines.filter(({ completed }) => !completed);
  const talking = running
    .filter(({ step }) => step !== undefined && step.output !== '')
    .sort((a, b) => b.step!.output.length - a.step!.output.length);
  let free = height - 2 - running.length;
  let windows = 0;
  for (const line of talking) {
    if (free <= WINDOW_ROWS + 3) break;
    line.window = true;
    windows += windowRows(line.step!.output, width - WINDOW_MARGIN).length;
    free -= WINDOW_ROWS + 3;
  }
  return done ? lines : cut(lines, height - 2 - windows);
}

/** The last lines; running ones among the others take the place of finished ones. */
function cut(lines: Line[], most: number): Line[] {
  if (most < 0) return [];
  if (lines.length <= most) return lines;
  const hidden = lines.slice(0, lines.length - most).filter(({ completed }) => !completed);
  let drop = hidden.length;
  const kept = lines.slice(lines.length - most).filter(({ completed }) => {
    if (!completed || drop === 0) return true;
    drop--;
    return false;
  });
  const room = Math.max(0, most - kept.length);
  return [...(room === 0 ? [] : hidden.slice(-room)), ...kept];
}
