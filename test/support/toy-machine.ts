/**
 * A processor that there is not, as a program format: for tests that the kernel knows nothing of what programs
 * are made of. Its executor cannot be entered in the middle of a call and returns to the kernel when one waits.
 *
 * A program is text, `#toy` and an instruction a line; registers are a … h, memory is cells by number:
 *
 *     set a 1 | add a 1 | load a 5 | store 5 a | jump place | if a place (when it is not 0) | place:
 *     say words {a}           writes to descriptor 1
 *     call NAME operand…      a system call of `calls`; its result is in a, or minus an error's number
 */
import { decode, encode, type Maybe } from '../../src/base/index.ts';
import type { Executor, Outcome, ProgramFormat, Start, Sys } from '../../src/kernel/index.ts';
import { type Errno, errnoOf, errnos, fail } from '../../src/posix/index.ts';

type Cells = Map<number, number>;

interface State {
  readonly code: readonly (readonly string[])[];
  readonly places: ReadonlyMap<string, number>;
  readonly memory: Cells;
  pc: number;
  registers: Record<string, number>;
  frames: readonly { pc: number; registers: Record<string, number>; mask: ReadonlySet<number> }[];
}

/** Who called `atrelease` in an address space that is gone. */
export const released: number[] = [];

export const toyFormat: ProgramFormat = {
  name: 'toy',
  matches: (head) => decode(head.subarray(0, 4)) === '#toy',
  prepare: () => ({
    kind: 'executor',
    async load(image) {
      const bytes = new Uint8Array(image.stat.size);
      await image.readAt(bytes, 0);
      const state = parse(decode(bytes));
      return (sys) => new Toy(sys, state);
    },
  }),
};

/** @throws ENOEXEC */
function parse(text: string): State {
  const code: string[][] = [];
  const places = new Map<string, number>();
  for (const line of text.split('\n').slice(1)) {
    const words = line.trim().split(/ +/);
    if (words[0] === 'broken') fail('ENOEXEC', { reason: 'a toy that is broken' });
    if (words[0]?.endsWith(':')) places.set(words[0].slice(0, -1), code.length);
    else if (words[0]) code.push(words);
  }
  return { code, places, memory: new Map(), pc: 0, registers: {}, frames: [] };
}

/** As many instructions are run between two looks at the time. */
const STRIDE = 100;

class Toy implements Executor {
  readonly #sys: Sys;
  readonly #state: State;
  #call: { readonly until: Promise<unknown>; end?: { value?: unknown; error?: unknown } } | undefined;
  #interrupted = false;

  constructor(sys: Sys, state: State) {
    this.#sys = sys;
    this.#state = state;
  }

  interrupt(): void {
    this.#interrupted = true;
  }

  run(budget: number): Outcome {
    const state = this.#state;
    const until = performance.now() + budget;
    if (this.#call) {
      if (!this.#call.end) return { kind: 'block', until: this.#call.until };
      this.#finish(this.#call.end);
    }
    for (let count = 1; ; count++) {
      this.#interrupted = false;
      for (let taken = this.#sys.takeSignal(); taken; taken = this.#sys.takeSignal()) {
        const { handler } = taken.action;
        if (typeof handler === 'function') throw new Error('a handler of another machine');
        state.frames = [
          ...state.frames,
          { pc: state.pc, registers: { ...state.registers }, mask: taken.mask },
        ];
        state.pc = Number(handler.address);
        state.registers['a'] = taken.signal;
      }
      while (!this.#interrupted) {
        const words = state.code[state.pc];
        if (!words) return { kind: 'exit', code: 0 };
        const outcome = this.#step(words);
        if (outcome) return outcome;
        if (count++ % STRIDE === 0 && performance.now() > until) return { kind: 'yield' };
      }
    }
  }

  #step(words: readonly string[]): Outcome | undefined {
    const { memory, registers, places } = this.#state;
    const [name, one = '', other = ''] = words;
    let next = this.#state.pc + 1;
    if (name === 'call' || name === 'say') return this.#make(words);
    if (name === 'set') registers[one] = this.#value(other);
    else if (name === 'add') registers[one] = (registers[one] ?? 0) + this.#value(other);
    else if (name === 'load') registers[one] = memory.get(Number(other)) ?? 0;
    else if (name === 'store') memory.set(Number(one), this.#value(other));
    else if (name === 'jump') next = places.get(one)!;
    else if (name === 'if') next = registers[one] ? places.get(other)! : next;
    else throw new Error(`no instruction: ${words.join(' ')}`);
    this.#state.pc = next;
    return undefined;
  }

  /** A system call; the program counter stays on it until it has a result. */
  #make([kind, name = '', ...operands]: readonly string[]): Outcome | undefined {
    let result: unknown;
    try {
      if (kind === 'say') result = this.#say([name, ...operands].join(' '));
      else if (name === 'exit') return { kind: 'exit', code: this.#value(operands[0]!) };
      else if (name === 'sigreturn') return this.#return();
      else result = (calls[name] ?? fail('ENOSYS'))(this.#sys, this.#operands(operands), this);
    } catch (error) {
      this.#finish({ error });
      return undefined;
    }
    if (!(result instanceof Promise)) {
      this.#finish({ value: result });
      return undefined;
    }
    const until: Promise<void> = result.then(
      (value: unknown) => {
        this.#call!.end = { value };
      },
      (error: unknown) => {
        this.#call!.end = { error };
      },
    );
    this.#call = { until };
    return { kind: 'block', until };
  }

  #finish({ value, error }: { value?: unknown; error?: unknown }): void {
    this.#call = undefined;
    if (error !== undefined) {
      const errno = errnoOf(error);
      if (errno === undefined) throw error;
      // Made again, after the handler that is there to be entered.
      if (errno === 'ERESTART') return;
      value = -errnos[errno as Errno][0];
    }
    this.#state.pc++;
    if (typeof value === 'number') this.#state.registers['a'] = value;
  }

  /** A copy that goes on behind the call that is being made, where it is the child's. */
  child(memory: 'shared' | 'copied'): Start {
    const { code, places, pc, registers, frames } = this.#state;
    const cells = memory === 'shared' ? this.#state.memory : new Map(this.#state.memory);
    const state = { code, places, memory: cells, pc: pc + 1, registers: { ...registers, a: 0 }, frames };
    return (sys) => new Toy(sys, state);
  }

  #return(): undefined {
    const { frames } = this.#state;
    const frame = frames.at(-1)!;
    this.#state.frames = frames.slice(0, -1);
    this.#state.pc = frame.pc;
    this.#state.registers = frame.registers;
    this.#sys.sigmask(frame.mask);
    return undefined;
  }

  #say(text: string): Maybe<unknown> {
    const words = text.replace(/\{(\w)\}/g, (_, name: string) => String(this.#state.registers[name] ?? 0));
    const written = this.#sys.write(1, encode(`${words}\n`));
    return written instanceof Promise ? written.then(() => undefined) : undefined;
  }

  #operands(words: readonly string[]): Operand[] {
    return words.map((word) => {
      const place = this.#state.places.get(word);
      if (place !== undefined) return place;
      return /^(?:-?\d+|[a-h])$/.test(word) ? this.#value(word) : word;
    });
  }

  #value(word: string): number {
    return /^-?\d/.test(word) ? Number(word) : (this.#state.registers[word] ?? 0);
  }
}

type Operand = number | string;

const calls: Record<string, (sys: Sys, operands: Operand[], toy: Toy) => unknown> = {
  clone: (sys, [flags], toy) =>
    sys.clone(Number(flags), toy.child(Number(flags) & 0x100 ? 'shared' : 'copied')),
  wait: async (sys, [pid]) => (await sys.wait(Number(pid)))!.status,
  kill: (sys, [pid, signal]) => sys.kill(Number(pid), Number(signal)),
  /** sigaction SIGNAL HANDLER FLAGS MASKED… */
  sigaction: (sys, [signal, address, flags, ...mask]) =>
    void sys.sigaction(Number(signal), {
      handler: { address: BigInt(address!) },
      flags: Number(flags ?? 0),
      mask: new Set(mask.map(Number)),
    }),
  sigmask: (sys, mask) => void sys.sigmask(new Set(mask.map(Number))),
  sigsuspend: (sys, mask) => sys.sigsuspend(new Set(mask.map(Number))),
  getpid: (sys) => sys.pid,
  getppid: (sys) => sys.getppid(),
  sleep: (sys, [ms]) => sys.sleep(Number(ms)),
  /** A byte, or -1 at the end. */
  read: async (sys, [fd]) => {
    const buffer = new Uint8Array(1);
    return (await sys.read(Number(fd), buffer)) ? buffer[0] : -1;
  },
  write: (sys, [fd, byte]) => sys.write(Number(fd), Uint8Array.of(Number(byte))),
  open: (sys, [path]) => sys.open(String(path), 0),
  close: (sys, [fd]) => sys.close(Number(fd)),
  cloexec: (sys, [fd]) => sys.setCloexec(Number(fd), true),
  isopen: (sys, [fd]) => (sys.fds().includes(Number(fd)) ? 1 : 0),
  umask: (sys, [mask]) => sys.umask(mask === undefined ? undefined : Number(mask)),
  exec: (sys, [path, ...argv]) => sys.exec(String(path), [String(path), ...argv.map(String)]),
  /** Bytes that all processes hold. */
  current: async (sys) => {
    const fd = await sys.open('/sys/fs/cgroup/memory.current', 0);
    const buffer = new Uint8Array(32);
    const count = await sys.read(fd, buffer);
    await sys.close(fd);
    return Number(decode(buffer.subarray(0, count)));
  },
  atrelease: (sys) => sys.atRelease(() => released.push(sys.pid)),
  released: () => released.length,
  hold: (sys, [bytes]) => sys.hold(Number(bytes)),
};
