/** Signals by name and number, x86 and riscv64 Linux. */

export const signals = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  ILL: 4,
  TRAP: 5,
  ABRT: 6,
  BUS: 7,
  FPE: 8,
  KILL: 9,
  USR1: 10,
  SEGV: 11,
  USR2: 12,
  PIPE: 13,
  ALRM: 14,
  TERM: 15,
  STKFLT: 16,
  CHLD: 17,
  CONT: 18,
  STOP: 19,
  TSTP: 20,
  TTIN: 21,
  TTOU: 22,
  URG: 23,
  XCPU: 24,
  XFSZ: 25,
  VTALRM: 26,
  PROF: 27,
  WINCH: 28,
  POLL: 29,
  PWR: 30,
  SYS: 31,
} as const;

/** A signal's name without SIG. */
export type SignalName = keyof typeof signals;

const names = new Map<number, SignalName>(
  Object.entries(signals).map(([name, number]) => [number, name as SignalName]),
);

export function signalName(number: number): SignalName | undefined {
  return names.get(number);
}

/** The number for `9`, `KILL`, `SIGKILL` or `kill`; undefined where it means none. */
export function signalNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) {
    const number = Number(text);
    return number <= 64 ? number : undefined;
  }
  return signals[text.toUpperCase().replace(/^SIG/, '') as SignalName];
}

/** Wait statuses as wait(2) encodes them. */
export const exited = (code: number): number => (code & 0xff) << 8;
export const signalled = (signal: number): number => signal & 0x7f;
export const stopped = (signal: number): number => (signal << 8) | 0x7f;
export const continued = 0xffff;

/** What a shell and `docker` call the exit code of a wait status: the code, or 128 + signal. */
export function exitCodeOf(status: number): number {
  const signal = status & 0x7f;
  return signal === 0 ? (status >> 8) & 0xff : 128 + signal;
}
