/** WASI's calls on arguments, environment, clocks, randomness, waiting and the end. */
import { chain, type Maybe } from '../../../base/index.ts';
import type { PollResult } from '../../../kernel/index.ts';
import { fail, POLLIN, POLLOUT, signals } from '../../../posix/index.ts';
import { wasiErrno } from './errno.ts';
import type { Guest } from './guest.ts';
import type { WasiCall } from './main.ts';

/** Thrown through the guest by `proc_exit`. */
export class GuestExit extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}

const environment = ({ sys }: Guest): string[] =>
  Object.entries(sys.env).map(([name, value]) => `${name}=${value}`);

/** Random bytes that are asked for at a time. */
const RANDOM = 65536;

export const worldCalls = {
  args_get: (guest, addresses, buffer) => guest.putStrings(guest.sys.argv, addresses, buffer),
  args_sizes_get: (guest, count, size) => guest.putStringSizes(guest.sys.argv, count, size),
  environ_get: (guest, addresses, buffer) => guest.putStrings(environment(guest), addresses, buffer),
  environ_sizes_get: (guest, count, size) => guest.putStringSizes(environment(guest), count, size),
  clock_res_get(guest, clock, result) {
    nanoseconds(guest, clock);
    guest.setU64(result, 1_000n);
  },
  clock_time_get: (guest, clock, _precision, result) => guest.setU64(result, nanoseconds(guest, clock)),
  random_get(guest, address, length) {
    const bytes = guest.bytes(address, length);
    for (let at = 0; at < bytes.length; at += RANDOM) {
      bytes.set(guest.sys.random(Math.min(RANDOM, bytes.length - at)), at);
    }
  },
  sched_yield: ({ sys }) => sys.breathe(),
  poll_oneoff: poll,
  proc_exit(_guest, code) {
    throw new GuestExit(code & 0xff);
  },
  proc_raise({ sys }, signal) {
    const name = SIGNALS[signal];
    if (name === undefined) fail('EINVAL');
    if (name) sys.kill(sys.pid, signals[name]);
  },
  sock_accept: noSocket,
  sock_recv: noSocket,
  sock_send: noSocket,
  sock_shutdown: noSocket,
} satisfies Record<string, WasiCall>;

function noSocket(guest: Guest, fd: number): number {
  guest.file(fd);
  return wasiErrno('NOTSOCK');
}

/** WASI's numbers of signals; 0 is none. */
const SIGNALS: readonly (keyof typeof signals | '')[] = [
  ...([
    '',
    'HUP',
    'INT',
    'QUIT',
    'ILL',
    'TRAP',
    'ABRT',
    'BUS',
    'FPE',
    'KILL',
    'USR1',
    'SEGV',
    'USR2',
  ] as const),
  ...(['PIPE', 'ALRM', 'TERM', 'CHLD', 'CONT', 'STOP', 'TSTP', 'TTIN', 'TTOU', 'URG', 'XCPU'] as const),
  'XFSZ',
];

const REALTIME = 0;
const MONOTONIC = 1;
const PROCESS_CPU = 2;
const THREAD_CPU = 3;

/** @throws EINVAL */
function nanoseconds({ sys }: Guest, clock: number): bigint {
  const fromMs = (ms: number): bigint => BigInt(Math.round(ms * 1e6));
  if (clock === REALTIME) return BigInt(Math.round(sys.now() * 1000)) * 1000n;
  if (clock === MONOTONIC) return fromMs(sys.monotonic());
  if (clock === PROCESS_CPU || clock === THREAD_CPU) return fromMs(sys.times().self);
  return fail('EINVAL');
}

interface Subscription {
  readonly userdata: bigint;
  readonly kind: 'clock' | 'read' | 'write';
  /** Milliseconds from now. */
  readonly timeout: number;
  readonly fd: number;
}

const SUBSCRIPTION = 48;
const EVENT = 32;
const MOST = 4096;

const EVENTS = { read: POLLIN, write: POLLOUT } as const;
const OTHER = { read: 'write', write: 'read' } as const;

/** Waits for the first of several: clocks, and descriptors to read from or to write to. */
function poll(guest: Guest, input: number, output: number, count: number, result: number): Maybe<unknown> {
  if (count >>> 0 === 0 || count >>> 0 > MOST) fail('EINVAL');
  const all = Array.from({ length: count >>> 0 }, (_, index) =>
    readSubscription(guest, (input >>> 0) + index * SUBSCRIPTION),
  );
  const told = (ready: readonly PollResult[], late: number): void => {
    const isReady = (fd: number, kind: 'read' | 'write'): boolean =>
      ready.some(({ fd: one, revents }) => one === fd && (revents & ~EVENTS[OTHER[kind]]) !== 0);
    const events = all.filter(({ kind, fd, timeout }) =>
      kind === 'clock' ? timeout <= late : isReady(fd, kind),
    );
    for (const [index, event] of events.entries()) {
      writeEvent(guest, (output >>> 0) + index * EVENT, event);
    }
    guest.setU32(result, events.length);
  };
  const requests = all.flatMap(({ kind, fd }) => (kind === 'clock' ? [] : [{ fd, events: EVENTS[kind] }]));
  const clocks = all.filter(({ kind }) => kind === 'clock').map(({ timeout }) => timeout);
  const soonest = Math.min(...clocks);
  const began = guest.sys.monotonic();
  const passed = (): number => Math.max(guest.sys.monotonic() - began, soonest);
  if (requests.length === 0) return chain(sleep(guest, soonest), () => told([], passed()));
  const timeout = Number.isFinite(soonest) ? soonest : undefined;
  return chain(guest.sys.poll(requests, timeout), (ready) =>
    told(ready, ready.length ? guest.sys.monotonic() - began : passed()),
  );
}

function readSubscription(guest: Guest, at: number): Subscription {
  const { view } = guest;
  const userdata = view.getBigUint64(at, true);
  const tag = view.getUint8(at + 8);
  if (tag === 1 || tag === 2) {
    const { fd } = guest.file(view.getUint32(at + 16, true));
    return { userdata, kind: tag === 1 ? 'read' : 'write', timeout: 0, fd };
  }
  if (tag !== 0) fail('EINVAL');
  const clock = view.getUint32(at + 16, true);
  const given = view.getBigUint64(at + 24, true);
  const isAbsolute = (view.getUint16(at + 40, true) & 1) !== 0;
  const nanos = isAbsolute ? given - nanoseconds(guest, clock) : given;
  return { userdata, kind: 'clock', timeout: Math.max(0, Number(nanos) / 1e6), fd: -1 };
}

function writeEvent(guest: Guest, at: number, { userdata, kind }: Subscription): void {
  guest.bytes(at, EVENT).fill(0);
  guest.setU64(at, userdata);
  guest.view.setUint8(at + 10, kind === 'clock' ? 0 : kind === 'read' ? 1 : 2);
  if (kind !== 'clock') guest.setU64(at + 16, 1n);
}

/** Who cannot wait stops its thread, and with it its container. */
function sleep({ sys, mayWait }: Guest, ms: number): Maybe<void> {
  if (mayWait) return ms > 0 ? sys.sleep(ms) : sys.breathe();
  const until = sys.monotonic() + ms;
  if (typeof SharedArrayBuffer === 'function') {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  }
  while (sys.monotonic() < until);
  return undefined;
}
