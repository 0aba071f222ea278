/** System calls on descriptors. @see POSIX, "open", "read", "write", "lseek", "dup", "fcntl", "poll" */
import type { Maybe } from '../base/index.ts';
import { fail, O_APPEND, O_CLOEXEC, O_NONBLOCK, O_RDONLY, O_WRONLY, signals } from '../posix/index.ts';
import { Description, type Open } from './description.ts';
import { openPath } from './files.ts';
import type { Caller, Calls } from './gate.ts';
import { openPipe } from './pipe.ts';
import { poll, pollableOf } from './poll.ts';
import type { Process } from './process.ts';
import { ProcessExit } from './sys.ts';

export const descriptorCalls: Calls<
  | 'open'
  | 'close'
  | 'read'
  | 'write'
  | 'pread'
  | 'readAt'
  | 'pwrite'
  | 'lseek'
  | 'ftruncate'
  | 'fsync'
  | 'pipe'
  | 'dup'
  | 'dup2'
  | 'getCloexec'
  | 'setCloexec'
  | 'getFlags'
  | 'setFlags'
  | 'fds'
  | 'poll'
  | 'pollable'
> = {
  open(caller, path, flags, mode) {
    const opening = openPath(caller.core, caller.process, path, flags, mode);
    return opening instanceof Promise
      ? opening.then((description) => place(caller, description, flags))
      : place(caller, opening, flags);
  },
  close: ({ process }, fd) => process.descriptors.close(fd),
  read(caller, fd, buffer) {
    const description = readable(caller, fd);
    const { open, position } = description;
    const got = open.read!(caller.process, buffer, position, description.flags);
    if (!open.seekable) return got;
    if (got instanceof Promise) return got.then((count) => advance(description, position + count, count));
    return advance(description, position + got, got);
  },
  write(caller, fd, data) {
    const description = writable(caller, fd);
    const { open, flags } = description;
    const at = flags & O_APPEND ? undefined : description.position;
    if (!open.seekable) return open.write!(caller.process, data, at, flags);
    const put = (fitting: Uint8Array): Maybe<number> => {
      const end = open.write!(caller.process, fitting, at, flags);
      if (end instanceof Promise) return end.then((now) => advance(description, now, fitting.length));
      return advance(description, end, fitting.length);
    };
    const fitting = withinLimit(caller.process, open, data, at);
    return fitting instanceof Promise ? fitting.then(put) : put(fitting);
  },
  pread(caller, fd, buffer, position) {
    const { open, flags } = readable(caller, fd);
    if (!open.seekable) fail('ESPIPE');
    return open.read!(caller.process, buffer, position, flags);
  },
  readAt(caller, fd, buffer, position) {
    const { open, flags } = readable(caller, fd);
    const got = open.seekable ? open.read!(caller.process, buffer, position, flags) : fail('ENODEV');
    return got instanceof Promise ? fail('ENODEV') : got;
  },
  pwrite(caller, fd, data, position) {
    const { open, flags } = writable(caller, fd);
    if (!open.seekable) fail('ESPIPE');
    const fitting = upTo(caller.process, data, position);
    const end = open.write!(caller.process, fitting, position, flags);
    return end instanceof Promise ? end.then(() => fitting.length) : fitting.length;
  },
  lseek: seek,
  ftruncate(caller, fd, size) {
    const { open, writable: mayWrite } = caller.process.descriptors.get(fd);
    if (!mayWrite || !open.truncate || size < 0) fail('EINVAL');
    upTo(caller.process, ONE_BYTE, size - 1);
    return open.truncate(size);
  },
  fsync({ process }, fd) {
    const { open } = process.descriptors.get(fd);
    return (open.sync ?? fail('EINVAL'))();
  },
  pipe({ core, process }, options) {
    const pipe = core.newPipe();
    const cloexec = options?.cloexec ?? false;
    const reader = new Description(openPipe(pipe, O_RDONLY), O_RDONLY);
    const writer = new Description(openPipe(pipe, O_WRONLY), O_WRONLY);
    return [process.descriptors.add(reader, cloexec), process.descriptors.add(writer, cloexec)];
  },
  dup: ({ process: { descriptors } }, fd, options) =>
    descriptors.add(descriptors.get(fd), options?.cloexec, options?.min),
  dup2({ process: { descriptors } }, from, to) {
    const description = descriptors.get(from);
    if (from === to) return to;
    const closing = descriptors.set(to, description);
    return closing instanceof Promise ? closing.then(() => to) : to;
  },
  getCloexec: ({ process }, fd) => process.descriptors.slot(fd).cloexec,
  setCloexec({ process }, fd, on) {
    process.descriptors.slot(fd).cloexec = on;
  },
  getFlags: ({ process }, fd) => process.descriptors.get(fd).flags,
  setFlags({ process }, fd, flags) {
    const description = process.descriptors.get(fd);
    const settable = O_APPEND | O_NONBLOCK;
    description.flags = (description.flags & ~settable) | (flags & settable);
  },
  fds: ({ process }) => process.descriptors.list(),
  poll: ({ core, process }, requests, timeout) => poll(core, process, requests, timeout),
  pollable: ({ process }, fd) => pollableOf(process.descriptors.get(fd).open),
};

const ONE_BYTE = new Uint8Array(1);

/** What of the data RLIMIT_FSIZE lets be written; at the end where no position is given. */
function withinLimit(
  process: Process,
  open: Open,
  data: Uint8Array,
  position: number | undefined,
): Maybe<Uint8Array> {
  if (!process.limits.has('fsize')) return data;
  if (position !== undefined) return upTo(process, data, position);
  const stat = open.stat();
  return stat instanceof Promise
    ? stat.then(({ size }) => upTo(process, data, size))
    : upTo(process, data, stat.size);
}

/** @throws EFBIG, after SIGXFSZ, where nothing fits */
function upTo(process: Process, data: Uint8Array, position: number): Uint8Array {
  const limit = process.limits.get('fsize');
  if (!limit || position + data.length <= limit.soft || data.length === 0) return data;
  if (position < limit.soft) return data.subarray(0, limit.soft - position);
  process.signal(signals.XFSZ);
  return fail('EFBIG');
}

function place({ process, run }: Caller, description: Description, flags: number): number {
  // The program may have been killed while a slow file system opened this.
  if (process.run !== run) {
    description.refs = 1;
    void description.release();
    throw new ProcessExit(process.status ?? 0);
  }
  return process.descriptors.add(description, (flags & O_CLOEXEC) !== 0);
}

function advance(description: Description, position: number, count: number): number {
  description.position = position;
  return count;
}

/** @throws EBADF, EINVAL */
function readable({ process }: Caller, fd: number): Description {
  const description = process.descriptors.get(fd);
  if (!description.readable) fail('EBADF');
  if (!description.open.read) fail('EINVAL');
  return description;
}

function writable({ process }: Caller, fd: number): Description {
  const description = process.descriptors.get(fd);
  if (!description.writable) fail('EBADF');
  if (!description.open.write) fail('EINVAL');
  return description;
}

function seek({ process }: Caller, fd: number, offset: number, whence: 'set' | 'cur' | 'end'): Maybe<number> {
  const description = process.descriptors.get(fd);
  if (!description.open.seekable) fail('ESPIPE');
  const move = (base: number): number => {
    const target = base + offset;
    if (target < 0) fail('EINVAL');
    description.position = target;
    return target;
  };
  if (whence === 'set') return move(0);
  if (whence === 'cur') return move(description.position);
  const stat = description.open.stat();
  return stat instanceof Promise ? stat.then(({ size }) => move(size)) : move(stat.size);
}
