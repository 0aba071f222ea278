/** stty: the terminal's settings, shown and changed. @see POSIX, "stty" */
import type { Fd } from '../../kernel/index.ts';
import {
  bytesOf,
  CBAUD,
  O_NONBLOCK,
  O_RDONLY,
  type Termios,
  termiosBytes,
  VMIN,
  VTIME,
} from '../../posix/index.ts';
import { applet, type Io } from '../io.ts';
import { changeOf, characters, settings } from './stty-settings.ts';

export const main = applet({
  usage: '[-a|g] [-F DEVICE] [SETTING]...',
  about: 'Without arguments, prints baud rate, line discipline, and deviations from stty sane',
  async run(io) {
    const { device, form, steps } = parse(io);
    if (form && steps.length > 0) return io.die('modes may not be set when -a or -g is used');
    const fd = device === undefined ? 0 : await open(io, device);
    const name = device ?? 'standard input';
    if (!io.sys.isatty(fd)) return io.die(`${name}: Not a tty`);
    const terminal: Terminal = { io, fd, name };
    if (form === 'g') io.print(`${savedForm(io.sys.tcgetattr(fd))}\n`);
    else if (steps.length === 0) show(terminal, form === 'a');
    else change(terminal, steps);
    return 0;
  },
});

async function open(io: Io, device: string): Promise<Fd> {
  try {
    return await io.sys.open(device, O_RDONLY | O_NONBLOCK);
  } catch (error) {
    return io.dieErrno(`can't open '${device}'`, error);
  }
}

interface Terminal {
  readonly io: Io;
  readonly fd: number;
  /** As messages call it. */
  readonly name: string;
}

interface Step {
  /** Answers the settings as they are to be. */
  set?(termios: Termios): Termios;
  /** Does something else at once. */
  act?(terminal: Terminal): void;
}

interface Request {
  readonly device: string | undefined;
  readonly form: 'a' | 'g' | undefined;
  readonly steps: readonly Step[];
}

/** Everything is understood before anything is changed. */
function parse(io: Io): Request {
  const args = [...io.args];
  const steps: Step[] = [];
  let device: string | undefined;
  let form: 'a' | 'g' | undefined;
  for (let word = args.shift(); word !== undefined; word = args.shift()) {
    const operand = (): string => args.shift() ?? io.die(`${word} requires an argument`);
    if (word === '-a' || word === '-g') {
      const wanted = word === '-a' ? 'a' : 'g';
      if (form && form !== wanted) io.die('-a and -g are mutually exclusive');
      form = wanted;
    } else if (word.startsWith('-F')) {
      const rest = word.slice(2);
      device = rest || (args.shift() ?? io.die('-F requires an argument'));
    } else steps.push(stepOf(io, word, operand));
  }
  return { device, form, steps };
}

function stepOf(io: Io, word: string, operand: () => string): Step {
  const change = changeOf(word);
  if (change) return { set: change };
  const character = characters.find(([name]) => name === word);
  if (character) return withCharacter(character[1], characterOf(io, operand()));
  const number = (lowest: number, highest: number): number => numberOf(io, operand(), lowest, highest);
  switch (word) {
    case 'min':
      return withCharacter(VMIN, number(0, 255));
    case 'time':
      return withCharacter(VTIME, number(0, 255));
    case 'line': {
      const line = number(0, 255);
      return { set: (termios) => ({ ...termios, line }) };
    }
    case 'rows':
      return resize({ rows: number(1, MOST) });
    case 'cols':
    case 'columns':
      return resize({ columns: number(1, MOST) });
    case 'ispeed':
    case 'ospeed': {
      const code = speedOf(io, operand());
      return { set: (termios) => ({ ...termios, cflag: withSpeed(termios.cflag, code) }) };
    }
    case 'size':
      return { act: (terminal) => terminal.io.print(sizeText(terminal, '', ' ', '\n')) };
    case 'speed':
      return { act: ({ io, fd }) => io.print(`${speedText(io.sys.tcgetattr(fd))}\n`) };
  }
  const saved = savedTermios(word);
  if (saved) return { set: () => saved };
  if (word.startsWith('-')) return io.die(`invalid argument '${word}'`);
  const code = speedOf(io, word);
  return { set: (termios) => ({ ...termios, cflag: withSpeed(termios.cflag, code) }) };
}

const MOST = 2 ** 31 - 1;

function withCharacter(index: number, byte: number): Step {
  return {
    set(termios) {
      const cc = termios.cc.slice();
      cc[index] = byte;
      return { ...termios, cc };
    },
  };
}

function resize(change: { rows?: number; columns?: number }): Step {
  // As wide as the kernel's structure.
  const cut = Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value & 0xffff]));
  return { act: ({ io, fd }) => io.sys.setWindowSize(fd, { ...io.sys.getWindowSize(fd), ...cut }) };
}

function characterOf(io: Io, text: string): number {
  if (text === '' || text === '^-' || text === 'undef') return 0;
  if (bytesOf(text).length === 1) return text.charCodeAt(0);
  if (text.startsWith('^')) return text[1] === '?' ? 127 : text.charCodeAt(1) & 0x9f;
  return numberOf(io, text, 0, 255);
}

function numberOf(io: Io, text: string, lowest: number, highest: number): number {
  if (!/^\d+$/.test(text)) return io.die(`invalid number '${text}'`);
  const number = Number(text);
  if (number < lowest || number > highest) {
    return io.die(`number ${text} is not in ${lowest}..${highest} range`);
  }
  return number;
}

/** Speeds by their code in cflag. @see termbits.h, B0 … B4000000 */
const SPEEDS: readonly (readonly [code: number, speed: number])[] = [
  ...[0, 50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19200, 38400].map(
    (speed, code): [number, number] => [code, speed],
  ),
  ...[57600, 115200, 230400, 460800, 500000, 576000, 921600, 1000000, 1152000, 1500000, 2000000].map(
    (speed, index): [number, number] => [0x1001 + index, speed],
  ),
  ...[2500000, 3000000, 3500000, 4000000].map((speed, index): [number, number] => [0x100c + index, speed]),
];

function speedOf(io: Io, text: string): number {
  const number = numberOf(io, text, 0, Number.MAX_SAFE_INTEGER);
  return SPEEDS.find(([, speed]) => speed === number)?.[0] ?? io.die(`invalid argument '${text}'`);
}

const withSpeed = (cflag: number, code: number): number => ((cflag & ~CBAUD) | code) >>> 0;

function speedText({ cflag }: Termios): string {
  return String(SPEEDS.find(([code]) => code === (cflag & CBAUD))?.[1] ?? 0);
}

function change(terminal: Terminal, steps: readonly Step[]): void {
  const { io, fd, name } = terminal;
  const before = io.sys.tcgetattr(fd);
  let wanted = before;
  let sets = false;
  for (const { set, act } of steps) {
    act?.(terminal);
    if (!set) continue;
    wanted = set(wanted);
    sets = true;
  }
  if (!sets) return;
  io.sys.tcsetattr(fd, wanted);
  // Not everything that can be asked for is had of every terminal.
  const got = termiosBytes(io.sys.tcgetattr(fd));
  if (termiosBytes(wanted).some((byte, index) => byte !== got[index])) {
    io.die(`${name}: cannot perform all requested operations`);
  }
}

/** As many control characters as C libraries keep. */
const SAVED = 32;

/** What -g prints and a later stty takes. */
function savedForm({ iflag, oflag, cflag, lflag, cc }: Termios): string {
  const bytes = [...cc, ...new Array<number>(SAVED - cc.length).fill(0)];
  return [iflag, oflag, cflag, lflag, ...bytes].map((number) => number.toString(16)).join(':');
}

function savedTermios(text: string): Termios | undefined {
  const words = text.split(':');
  if (words.length !== 4 + SAVED || !words.every((word) => /^[0-9a-f]{1,8}$/i.test(word))) return undefined;
  const numbers = words.map((word) => Number.parseInt(word, 16));
  const [iflag, oflag, cflag, lflag] = numbers as [number, number, number, number];
  return { iflag, oflag, cflag, lflag, line: 0, cc: Uint8Array.from(numbers.slice(4, 4 + 19)) };
}

function show(terminal: Terminal, everything: boolean): void {
  const { io, fd } = terminal;
  const termios = io.sys.tcgetattr(fd);
  const lines = wrapper(widthOf(terminal));
  lines.put(`speed ${speedText(termios)} baud;`);
  if (everything) {
    const size = sizeText(terminal, 'rows ', '; columns ', ';');
    if (size) lines.put(size);
  }
  lines.put(`line = ${termios.line};`);
  lines.end();
  for (const [name, index] of characters) lines.put(`${name} = ${characterText(termios.cc[index]!)};`);
  lines.put(`min = ${termios.cc[VMIN]}; time = ${termios.cc[VTIME]};`);
  lines.end();
  for (const word of ['cflag', 'iflag', 'oflag', 'lflag'] as const) {
    for (const setting of settings) {
      if (setting.word !== word) continue;
      const isOn = (termios[word] & (setting.mask ?? setting.bits)) >>> 0 === setting.bits;
      const { name, mask, sane } = setting;
      const deviates = mask === undefined ? sane !== undefined && sane !== isOn : isOn && sane === false;
      if (mask !== undefined ? isOn && (everything || deviates) : everything || deviates) {
        lines.put(isOn ? name : `-${name}`);
      }
    }
    lines.end();
  }
  io.print(lines.text());
}

/** Words between blanks, in lines that are narrower than the terminal. */
function wrapper(width: number) {
  let text = '';
  let column = 0;
  return {
    put(word: string): void {
      if (column > 0) {
        column++;
        if (column + word.length >= width) {
          text += '\n';
          column = 0;
        } else text += ' ';
      }
      text += word;
      column += word.length;
    },
    /** A line break, where there is something to break. */
    end(): void {
      if (column > 0) text += '\n';
      column = 0;
    },
    text: () => text,
  };
}

/** Sizes that no window has count as the usual one. */
const LARGEST = 30_000;
const orUsual = (size: number, usual: number): number => (size > 1 && size <= LARGEST ? size : usual);

function widthOf({ io }: Terminal): number {
  // It asks where it writes to, and what that is if it is no terminal.
  const fd = [1, 2, 0].find((each) => io.sys.isatty(each));
  return orUsual(fd === undefined ? 0 : io.sys.getWindowSize(fd).columns, 80);
}

/** Empty where the terminal does not know its size: that is told on stderr. */
function sizeText({ io, fd, name }: Terminal, before: string, between: string, after: string): string {
  const { rows, columns } = io.sys.getWindowSize(fd);
  if (rows === 0 || columns === 0) {
    io.printError(`${io.name}: ${name}\n`);
    return '';
  }
  return `${before}${orUsual(rows, 24)}${between}${orUsual(columns, 80)}${after}`;
}

function characterText(byte: number): string {
  if (byte === 0) return '<undef>';
  const meta = byte >= 128 ? 'M-' : '';
  const low = byte & 127;
  if (low === 127) return `${meta}^?`;
  return meta + (low < 32 ? `^${String.fromCharCode(low + 64)}` : String.fromCharCode(low));
}
