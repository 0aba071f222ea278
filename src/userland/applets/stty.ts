/** stty: the terminal's settings, shown and changed. */
import type { Termios } from '../../kernel/index.ts';
import { applet, type Io } from '../io.ts';

type Flag = {
  readonly [K in keyof Termios]: Termios[K] extends boolean ? K : never;
}[keyof Termios];

const FLAGS: readonly Flag[] = [
  'isig',
  'icanon',
  'iexten',
  'echo',
  'echoe',
  'echok',
  'echoctl',
  'icrnl',
  'inlcr',
  'igncr',
  'ixon',
  'opost',
  'onlcr',
];

const SANE: Partial<Termios> = {
  isig: true,
  icanon: true,
  iexten: true,
  echo: true,
  echoe: true,
  echok: true,
  echoctl: true,
  icrnl: true,
  inlcr: false,
  igncr: false,
  opost: true,
  onlcr: true,
};

const MODES: Readonly<Record<string, Partial<Termios>>> = {
  sane: SANE,
  raw: { icanon: false, isig: false, icrnl: false, ixon: false, opost: false, vmin: 1, vtime: 0 },
  '-raw': { icanon: true, isig: true, icrnl: true, opost: true },
  cooked: { icanon: true, isig: true, icrnl: true, opost: true },
  cbreak: { icanon: false, vmin: 1, vtime: 0 },
  '-cbreak': { icanon: true },
  nl: { icrnl: false, onlcr: false },
  '-nl': { icrnl: true, onlcr: true },
};

const CHARACTERS = [
  'intr',
  'quit',
  'erase',
  'kill',
  'eof',
  'eol',
  'start',
  'stop',
  'susp',
  'reprint',
  'werase',
  'lnext',
];

export const main = applet({
  usage: '[-a|g] [-F DEVICE] [SETTING]...',
  about: 'Without arguments, prints baud rate, line discipline, and deviations from stty sane',
  run(io) {
    const { sys } = io;
    if (!sys.isatty(0)) return io.die('standard input: Not a tty');
    const args = [...io.args];
    if (args.length === 0 || args[0] === '-a') return show(io, args[0] === '-a');
    if (args[0] === 'size') {
      const { rows, columns } = sys.getWindowSize(0);
      io.print(`${rows} ${columns}\n`);
      return 0;
    }
    if (args[0] === 'speed') {
      io.print('38400\n');
      return 0;
    }
    if (args[0] === '-g') {
      io.print(`${JSON.stringify(sys.tcgetattr(0))}\n`);
      return 0;
    }
    change(io, args);
    return 0;
  },
});

function change(io: Io, args: string[]): void {
  const { sys } = io;
  let termios: Termios = sys.tcgetattr(0);
  let size = sys.getWindowSize(0);
  while (args.length > 0) {
    const word = args.shift()!;
    const name = word.replace(/^-/, '');
    const number = (): number => {
      const text = args.shift() ?? io.die(`missing argument to '${word}'`);
      return /^\d+$/.test(text) ? Number(text) : io.die(`invalid number '${text}'`);
    };
    if (Object.hasOwn(MODES, word)) termios = { ...termios, ...MODES[word] };
    else if ((FLAGS as readonly string[]).includes(name)) termios = { ...termios, [name]: word === name };
    else if (word === 'rows') size = { ...size, rows: number() };
    else if (word === 'cols' || word === 'columns') size = { ...size, columns: number() };
    else if (word === 'min') termios = { ...termios, vmin: number() };
    else if (word === 'time') termios = { ...termios, vtime: number() };
    else if (CHARACTERS.includes(word))
      termios = { ...termios, cc: { ...termios.cc, [word]: characterOf(io, args.shift()) } };
    else if (word.startsWith('{')) termios = JSON.parse(word) as Termios;
    else if (!/^\d+$/.test(word)) io.die(`invalid argument '${word}'`);
  }
  sys.tcsetattr(0, termios);
  sys.setWindowSize(0, size);
}

function characterOf(io: Io, text: string | undefined): number {
  if (text === undefined) return io.die('missing argument');
  if (text === 'undef' || text === '^-') return 0;
  if (text === '^?') return 127;
  if (/^\^.$/.test(text)) return text.toUpperCase().charCodeAt(1) & 31;
  return text.charCodeAt(0);
}

function show(io: Io, all: boolean): number {
  const { sys } = io;
  const termios = sys.tcgetattr(0);
  const { rows, columns } = sys.getWindowSize(0);
  const size = all ? ` rows ${rows}; columns ${columns};` : '';
  io.print(`speed 38400 baud;${size} line = 0;\n`);
  if (all) {
    const named = CHARACTERS.map((name) => `${name} = ${characterText(termios.cc[name] ?? 0)}`);
    io.print(`${named.join('; ')}; min = ${termios.vmin}; time = ${termios.vtime};\n`);
  }
  const shown = FLAGS.filter((flag) => all || (SANE[flag] ?? termios[flag]) !== termios[flag]);
  const text = shown.map((flag) => (termios[flag] ? flag : `-${flag}`)).join(' ');
  if (text !== '') io.print(`${text}\n`);
  return 0;
}

function characterText(code: number): string {
  if (code === 0) return '<undef>';
  return code === 127 ? '^?' : code < 32 ? `^${String.fromCharCode(code + 64)}` : String.fromCharCode(code);
}
