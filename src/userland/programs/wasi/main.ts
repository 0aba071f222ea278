/**
 * Runs a WebAssembly module for WASI preview 1 ("wasip1") as a process: the kernel starts this for every
 * such file, and it reads its own.
 *
 * Calls that have to wait (a pipe, a terminal, another owner's file) put the guest's stack aside by
 * JavaScript Promise Integration. Where there is none, a guest cannot wait and nobody else runs meanwhile:
 * output goes ahead of its readers, sleeping stops the thread, and other waits end the guest in one line.
 *
 * @see https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md
 */
import { encode, messageOf } from '../../../base/index.ts';
import { type Main, ProcessExit, type Sys } from '../../../kernel/index.ts';
import { errnoOf, O_DIRECTORY, O_RDONLY } from '../../../posix/index.ts';
import { integration } from '../wasm/integration.ts';
import { abort, GuestExit, isTrap } from '../wasm/process.ts';
import { descriptorCalls } from './descriptor-calls.ts';
import { wasiErrno, wasiErrnoOf } from './errno.ts';
import { Guest, Stuck } from './guest.ts';
import { pathCalls } from './path-calls.ts';
import { ALL_RIGHTS, DIRECTORY_RIGHTS, FILE_RIGHTS, NotCapable, TERMINAL_RIGHTS } from './rights.ts';
import { worldCalls } from './world-calls.ts';

const NAMESPACE = 'wasi_snapshot_preview1';
const CANNOT_EXECUTE = 126;
/** Bytes; a module is in memory as a whole, and its code once more. */
const LARGEST = 256 * 1024 * 1024;

/** A call's arguments are numbers, and bigints where they have 64 bits. */
export type Argument = number & bigint;
/** Answers an errno, or nothing for success. */
export type WasiCall = (guest: Guest, ...args: Argument[]) => unknown;

export const main: Main = async (sys) => {
  let module: WebAssembly.Module;
  try {
    module = await WebAssembly.compile(await readOwn(sys));
  } catch (error) {
    if (error instanceof ProcessExit) throw error;
    return complain(sys, `exec format error: ${messageOf(error)}`, CANNOT_EXECUTE);
  }
  const missing = WebAssembly.Module.imports(module).find(
    ({ module: from, name, kind }) =>
      from !== NAMESPACE || kind !== 'function' || !Object.hasOwn(calls, name),
  );
  if (missing) {
    const what = `${missing.module}.${missing.name}`;
    return complain(sys, `cannot run: it wants ${what}, which is not of ${NAMESPACE}`, CANNOT_EXECUTE);
  }
  const guest = new Guest(sys);
  await openAtStart(guest);
  if (!integration) sys.stayPut();
  return run(sys, guest, module);
};

async function run(sys: Sys, guest: Guest, module: WebAssembly.Module): Promise<number> {
  try {
    const imports = integration ? suspending(guest, integration.Suspending) : immediate(guest);
    const { exports } = await WebAssembly.instantiate(module, { [NAMESPACE]: imports });
    const { memory, _start: start } = exports;
    if (!(memory instanceof WebAssembly.Memory) || typeof start !== 'function') {
      return complain(sys, 'cannot run: no command, it has no memory and _start', CANNOT_EXECUTE);
    }
    guest.memory = memory;
    const enter = start as () => unknown;
    await (integration ? integration.promising(enter)() : enter());
    await guest.output.flush();
    return 0;
  } catch (error) {
    if (error instanceof ProcessExit) throw error;
    if (error instanceof Stuck) return complain(sys, error.message, 1);
    await guest.output.flush();
    if (error instanceof GuestExit) return error.code;
    if (!isTrap(error)) throw error;
    await complain(sys, `trap: ${error.message}`, 0);
    return abort(sys);
  }
}

async function complain(sys: Sys, message: string, status: number): Promise<number> {
  await sys.write(2, encode(`${sys.argv[0]}: ${message}\n`));
  return status;
}

async function readOwn(sys: Sys): Promise<Uint8Array<ArrayBuffer>> {
  const fd = await sys.open('/proc/self/exe', O_RDONLY);
  const { size } = await sys.fstat(fd);
  if (size > LARGEST) throw new Error(`larger than ${LARGEST} bytes`);
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; ) {
    const count = await sys.read(fd, bytes.subarray(at));
    if (count === 0) break;
    at += count;
  }
  await sys.close(fd);
  return bytes;
}

/** Standard streams, the root and the working directory; what else it inherited stays closed to it. */
async function openAtStart(guest: Guest): Promise<void> {
  const { sys } = guest;
  const open = new Set(sys.fds());
  for (const fd of [0, 1, 2]) {
    if (!open.has(fd)) continue;
    const base = sys.isatty(fd) ? TERMINAL_RIGHTS : FILE_RIGHTS;
    guest.place(fd, { fd, rights: { base, inheriting: 0n } });
  }
  const rights = { base: DIRECTORY_RIGHTS, inheriting: ALL_RIGHTS };
  for (const [name, path] of [
    ['/', '/'],
    ['.', sys.getcwd()],
  ] as const) {
    const fd = await sys.open(path, O_RDONLY | O_DIRECTORY);
    guest.add({ fd, path, preopened: name, rights });
  }
}

const calls: Readonly<Record<string, WasiCall>> = { ...descriptorCalls, ...pathCalls, ...worldCalls };

/** The calls as imports that may wait. */
function suspending(
  guest: Guest,
  Suspending: NonNullable<typeof integration>['Suspending'],
): Record<string, WebAssembly.ImportValue> {
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      new Suspending((...args: Argument[]) => {
        try {
          guest.measure();
          const result = call(guest, ...args);
          return result instanceof Promise ? result.then(numberOf, wasiErrnoOfAny) : numberOf(result);
        } catch (error) {
          return wasiErrnoOfAny(error);
        }
      }),
    ]),
  );
}

/** The calls as imports that answer at once or not at all. */
function immediate(guest: Guest): Record<string, WebAssembly.ImportValue> {
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      (...args: Argument[]) => {
        let result: unknown;
        try {
          guest.measure();
          result = call(guest, ...args);
        } catch (error) {
          return wasiErrnoOfAny(error);
        }
        if (!(result instanceof Promise)) return numberOf(result);
        result.catch(() => {});
        throw new Stuck(name);
      },
    ]),
  );
}

/** What has nothing to say succeeded. */
function numberOf(result: unknown): number {
  return typeof result === 'number' ? result : wasiErrno('SUCCESS');
}

/** The number of what went wrong; addresses outside of the guest's memory make views fail. */
function wasiErrnoOfAny(error: unknown): number {
  if (error instanceof NotCapable) return wasiErrno('NOTCAPABLE');
  if (error instanceof RangeError && errnoOf(error) === undefined) return wasiErrno('FAULT');
  return wasiErrnoOf(error);
}
