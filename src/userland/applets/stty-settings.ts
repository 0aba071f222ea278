/** What stty knows of a terminal, in the order in which it shows it. @see POSIX, "stty" */
import {
  BRKINT,
  CLOCAL,
  CMSPAR,
  CREAD,
  CRTSCTS,
  CS8,
  CSIZE,
  CSTOPB,
  changedTermios,
  defaultTermios,
  ECHO,
  ECHOCTL,
  ECHOE,
  ECHOK,
  ECHOKE,
  ECHONL,
  ECHOPRT,
  EXTPROC,
  FLUSHO,
  type FlagWord,
  HUPCL,
  ICANON,
  ICRNL,
  IEXTEN,
  IGNBRK,
  IGNCR,
  IGNPAR,
  IMAXBEL,
  INLCR,
  INPCK,
  ISIG,
  ISTRIP,
  IUCLC,
  IUTF8,
  IXANY,
  IXOFF,
  IXON,
  NOFLSH,
  OCRNL,
  OFDEL,
  OFILL,
  OLCUC,
  ONLCR,
  ONLRET,
  ONOCR,
  OPOST,
  PARENB,
  PARMRK,
  PARODD,
  TAB3,
  TABDLY,
  type Termios,
  TOSTOP,
  VDISCARD,
  VEOF,
  VEOL,
  VEOL2,
  VERASE,
  VINTR,
  VKILL,
  VLNEXT,
  VMIN,
  VQUIT,
  VREPRINT,
  VSTART,
  VSTOP,
  VSUSP,
  VSWTC,
  VTIME,
  VWERASE,
  XCASE,
} from '../../posix/index.ts';

export interface Setting {
  readonly name: string;
  readonly word: FlagWord;
  readonly bits: number;
  /** Of a setting with several values: all bits that it is told by. It has no negation then. */
  readonly mask?: number;
  /** What `sane` makes of it; absent where that leaves it alone. */
  readonly sane?: boolean;
  /** Another name, which is not shown. */
  readonly alias?: string;
}

const flag = (word: FlagWord, name: string, bits: number, sane?: boolean, alias?: string): Setting => ({
  ...{ name, word, bits },
  ...(sane === undefined ? {} : { sane }),
  ...(alias === undefined ? {} : { alias }),
});
/** Values of a field, from 0 on; the first is the sane one. */
const field = (word: FlagWord, name: string, mask: number, step: number): Setting[] =>
  Array.from({ length: mask / step + 1 }, (_, value) => ({
    ...{ name: `${name}${value}`, word, bits: value * step, mask, sane: value === 0 },
  }));

export const settings: readonly Setting[] = [
  flag('cflag', 'parenb', PARENB),
  flag('cflag', 'parodd', PARODD),
  flag('cflag', 'cmspar', CMSPAR),
  ...[5, 6, 7, 8].map(
    (size): Setting => ({
      ...{ name: `cs${size}`, word: 'cflag', bits: (size - 5) * 0x10, mask: CSIZE },
    }),
  ),
  flag('cflag', 'hupcl', HUPCL, undefined, 'hup'),
  flag('cflag', 'cstopb', CSTOPB),
  flag('cflag', 'cread', CREAD, true),
  flag('cflag', 'clocal', CLOCAL),
  flag('cflag', 'crtscts', CRTSCTS),
  flag('iflag', 'ignbrk', IGNBRK, false),
  flag('iflag', 'brkint', BRKINT, true),
  flag('iflag', 'ignpar', IGNPAR),
  flag('iflag', 'parmrk', PARMRK),
  flag('iflag', 'inpck', INPCK),
  flag('iflag', 'istrip', ISTRIP),
  flag('iflag', 'inlcr', INLCR, false),
  flag('iflag', 'igncr', IGNCR, false),
  flag('iflag', 'icrnl', ICRNL, true),
  flag('iflag', 'ixon', IXON),
  flag('iflag', 'ixoff', IXOFF, false, 'tandem'),
  flag('iflag', 'iuclc', IUCLC, false),
  flag('iflag', 'ixany', IXANY, false),
  flag('iflag', 'imaxbel', IMAXBEL, true),
  flag('iflag', 'iutf8', IUTF8, false),
  flag('oflag', 'opost', OPOST, true),
  flag('oflag', 'olcuc', OLCUC, false),
  flag('oflag', 'ocrnl', OCRNL, false),
  flag('oflag', 'onlcr', ONLCR, true),
  flag('oflag', 'onocr', ONOCR, false),
  flag('oflag', 'onlret', ONLRET, false),
  flag('oflag', 'ofill', OFILL, false),
  flag('oflag', 'ofdel', OFDEL, false),
  ...field('oflag', 'nl', 0x100, 0x100),
  ...field('oflag', 'cr', 0x600, 0x200),
  ...field('oflag', 'tab', TABDLY, 0x800),
  ...field('oflag', 'bs', 0x2000, 0x2000),
  ...field('oflag', 'vt', 0x4000, 0x4000),
  ...field('oflag', 'ff', 0x8000, 0x8000),
  flag('lflag', 'isig', ISIG, true),
  flag('lflag', 'icanon', ICANON, true),
  flag('lflag', 'iexten', IEXTEN, true),
  flag('lflag', 'echo', ECHO, true),
  flag('lflag', 'echoe', ECHOE, true, 'crterase'),
  flag('lflag', 'echok', ECHOK, true),
  flag('lflag', 'echonl', ECHONL, false),
  flag('lflag', 'noflsh', NOFLSH, false),
  flag('lflag', 'xcase', XCASE, false),
  flag('lflag', 'tostop', TOSTOP, false),
  flag('lflag', 'echoprt', ECHOPRT, false, 'prterase'),
  flag('lflag', 'echoctl', ECHOCTL, true, 'ctlecho'),
  flag('lflag', 'echoke', ECHOKE, true, 'crtkill'),
  flag('lflag', 'flusho', FLUSHO, false),
  flag('lflag', 'extproc', EXTPROC, false),
];

/** Control characters by the names that they are shown with; `min` and `time` come after them. */
export const characters: readonly (readonly [name: string, index: number])[] = [
  ['intr', VINTR],
  ['quit', VQUIT],
  ['erase', VERASE],
  ['kill', VKILL],
  ['eof', VEOF],
  ['eol', VEOL],
  ['eol2', VEOL2],
  ['swtch', VSWTC],
  ['start', VSTART],
  ['stop', VSTOP],
  ['susp', VSUSP],
  ['rprnt', VREPRINT],
  ['werase', VWERASE],
  ['lnext', VLNEXT],
  ['flush', VDISCARD],
];

type Change = (termios: Termios) => Termios;

const set =
  (word: FlagWord, on: number, off = 0): Change =>
  (termios) =>
    changedTermios(termios, { off: { [word]: off | on }, on: { [word]: on } });
const clear =
  (word: FlagWord, bits: number): Change =>
  (termios) =>
    changedTermios(termios, { off: { [word]: bits } });
const all =
  (...changes: readonly Change[]): Change =>
  (termios) =>
    changes.reduce((before, change) => change(before), termios);
/** Control characters as they are by default. */
const usual =
  (...indexes: readonly number[]): Change =>
  (termios) => {
    const cc = termios.cc.slice();
    for (const index of indexes) cc[index] = defaultTermios.cc[index]!;
    return { ...termios, cc };
  };

const CS7 = 0x20;
const cooked = all(
  set('iflag', BRKINT | IGNPAR | ISTRIP | ICRNL | IXON),
  set('oflag', OPOST),
  set('lflag', ISIG | ICANON),
);
const raw = all(
  (termios) => ({ ...termios, iflag: 0 }),
  clear('oflag', OPOST),
  clear('lflag', ISIG | ICANON | XCASE),
  (termios) => changedTermios(termios, { min: 1, time: 0 }),
);
const sevenEven = set('cflag', PARENB | CS7, PARODD | CSIZE);
const sevenOdd = set('cflag', PARENB | PARODD | CS7, CSIZE);
const eight = set('cflag', CS8, PARENB | CSIZE);
const pass7 = all(set('cflag', PARENB | CS7, CSIZE), set('iflag', ISTRIP));
const pass8 = all(eight, clear('iflag', ISTRIP));
const crt = set('lflag', ECHOE | ECHOCTL | ECHOKE);
const upper = all(set('lflag', XCASE), set('iflag', IUCLC), set('oflag', OLCUC));
const notUpper = all(clear('lflag', XCASE), clear('iflag', IUCLC), clear('oflag', OLCUC));

/** Settings that stand for several. */
const combinations: Readonly<Record<string, Change>> = {
  evenp: sevenEven,
  parity: sevenEven,
  '-evenp': eight,
  '-parity': eight,
  oddp: sevenOdd,
  '-oddp': eight,
  nl: all(clear('iflag', ICRNL), clear('oflag', ONLCR)),
  '-nl': all(set('iflag', ICRNL, INLCR | IGNCR), set('oflag', ONLCR, OCRNL | ONLRET)),
  ek: usual(VERASE, VKILL),
  sane: all(sane, usual(...characters.map(([, index]) => index), VMIN, VTIME)),
  cooked,
  '-cooked': raw,
  raw,
  '-raw': cooked,
  pass8,
  '-pass8': pass7,
  litout: all(pass8, clear('oflag', OPOST)),
  '-litout': all(pass7, set('oflag', OPOST)),
  cbreak: clear('lflag', ICANON),
  '-cbreak': set('lflag', ICANON),
  crt,
  dec: all(crt, usual(VINTR, VERASE, VKILL), clear('iflag', IXANY)),
  decctlq: clear('iflag', IXANY),
  '-decctlq': set('iflag', IXANY),
  tabs: clear('oflag', TABDLY),
  '-tabs': set('oflag', TAB3),
  lcase: upper,
  LCASE: upper,
  '-lcase': notUpper,
  '-LCASE': notUpper,
};

function sane(termios: Termios): Termios {
  return settings.reduce((before, { word, bits, mask, sane: wanted }) => {
    if (wanted === undefined) return before;
    if (mask !== undefined) return wanted ? set(word, bits, mask)(before) : before;
    return wanted ? set(word, bits)(before) : clear(word, bits)(before);
  }, termios);
}

/** The change that a word stands for; undefined where it is none of these. */
export function changeOf(word: string): Change | undefined {
  if (Object.hasOwn(combinations, word)) return combinations[word];
  const isOff = word.startsWith('-');
  const name = isOff ? word.slice(1) : word;
  const setting = settings.find((one) => one.name === name || one.alias === name);
  if (!setting || (isOff && setting.mask !== undefined)) return undefined;
  return isOff ? clear(setting.word, setting.bits) : set(setting.word, setting.bits, setting.mask);
}
