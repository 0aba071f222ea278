/**
 * What of a guest is on the host's side: calls that it began, what it waits for, signals that came.
 *
 * The guest's library has one function to call. `call` answers at once, or puts the guest aside where
 * that can be; what is started goes on by itself, and the loop brings its answer.
 */
import { encode, type Maybe } from '../../../base/index.ts';
import type { Fd, Pid, Sys } from '../../../kernel/index.ts';
import { errnoOf, SA_RESTART, signals } from '../../../posix/index.ts';
import { childOperations } from './children.ts';
import { type Answer, CANNOT_WAIT, canWait, type Engine, type Value } from './engine.ts';
import { fileOperations } from './files.ts';
import { moduleOperations } from './modules.ts';
import { Arguments, answerOf, Handed, type Operation, Refusal, refusalOf } from './operations.ts';
import { Output } from './output.ts';
import { worldOperations } from './world.ts';

/** The answer of what was started. */
export interface Completion {
  readonly id: number;
  readonly answer: string | Uint8Array;
}

const operations: Readonly<Record<string, Operation>> = {
  ...fileOperations,
  ...childOperations,
  ...moduleOperations,
  ...worldOperations,
};
const ONE = encode('.');
/** Above what programs look at. */
const HIGH_FD = 60;

export class Host {
  readonly sys: Sys;
  readonly output: Output;
  readonly completions: Completion[] = [];
  readonly pendingSignals: number[] = [];
  /** Descriptors that the guest wants to read when something is there, by the call's number. */
  readonly readers = new Map<number, { readonly fd: Fd; readonly size: number }>();
  /** Children whose end is to be told, by the call's number. */
  readonly children = new Map<number, Pid>();
  /** Bodies of answers from the network that have not been asked for yet. */
  readonly bodies = new Map<number, Response>();
  /** The module that the command line or standard input is. */
  input: { readonly name: string; readonly text: string } | undefined;
  #engine: Engine | undefined;
  #held = 0;
  #wakeUp: { readonly read: Fd; readonly write: Fd } | undefined;
  #isWoken = false;

  constructor(sys: Sys) {
    this.sys = sys;
    this.output = new Output(sys);
  }

  get engine(): Engine {
    return this.#engine!;
  }

  set engine(engine: Engine) {
    this.#engine = engine;
    this.measure();
  }

  /** Tells the kernel how much memory it has by now. */
  measure(): void {
    const size = this.#engine?.size ?? 0;
    if (size === this.#held) return;
    this.sys.hold(size - this.#held);
    this.#held = size;
  }

  call(name: string, argument: string, bytes: Uint8Array | undefined, subject: Value): Maybe<Answer> {
    this.measure();
    if (name === 'promise.state') return answerOf(this.engine.promiseState(subject));
    if (name === 'promise.result') return { value: this.engine.promiseResult(subject) };
    try {
      if (name === 'start') {
        this.#start(JSON.parse(argument), bytes);
        return '+';
      }
      const result = this.#perform(name, JSON.parse(argument), bytes);
      if (!(result instanceof Promise)) return asAnswer(result);
      if (canWait) return result.then(asAnswer).catch(refusalOf);
      result.catch(() => {});
      return refusalOf(new Refusal('ERR_UNSUPPORTED', CANNOT_WAIT));
    } catch (error) {
      return refusalOf(error);
    }
  }

  #perform(name: string, list: unknown, bytes: Uint8Array | undefined): Maybe<unknown> {
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (!operation) throw new Refusal('ERR_UNSUPPORTED', `no such operation: ${name}`);
    return operation(this, new Arguments(list, bytes));
  }

  #start([id, name, list]: [number, string, unknown], bytes: Uint8Array | undefined): void {
    const attempt = async (): Promise<Completion> => {
      try {
        if (name === 'fd.readable') return await this.#whenReadable(id, new Arguments(list, bytes));
        if (name === 'child.ended') return await this.#whenEnded(id, new Arguments(list, bytes));
        return { id, answer: answerOf(await this.#perform(name, list, bytes)) };
      } catch (error) {
        return { id, answer: refusalOf(error) };
      }
    };
    attempt().then(
      (completion) => this.complete(completion),
      // Its process has ended.
      () => {},
    );
  }

  #whenReadable(id: number, args: Arguments): Promise<never> {
    this.readers.set(id, { fd: args.number(0), size: args.number(1) });
    return never();
  }

  #whenEnded(id: number, args: Arguments): Promise<never> {
    this.children.set(id, args.number(0));
    this.wake();
    return never();
  }

  complete(completion: Completion): void {
    this.completions.push(completion);
    this.wake();
  }

  /** Has the loop look again, also while it waits. */
  wake(): void {
    if (this.#isWoken) return;
    this.#isWoken = true;
    try {
      this.wakeDescriptor();
      void this.sys.write(this.#wakeUp!.write, ONE);
    } catch {
      // It is ending.
    }
  }

  /** The descriptor that can be read when `wake` was called. */
  wakeDescriptor(): Fd {
    if (!this.#wakeUp) {
      const [read, write] = this.sys.pipe({ cloexec: true });
      const high = [read, write].map((fd) => this.sys.dup(fd, { min: HIGH_FD, cloexec: true }));
      for (const fd of [read, write]) void this.sys.close(fd);
      this.#wakeUp = { read: high[0]!, write: high[1]! };
    }
    return this.#wakeUp.read;
  }

  async wasWoken(): Promise<void> {
    await this.sys.read(this.wakeDescriptor(), new Uint8Array(1));
    this.#isWoken = false;
  }

  /** Takes note of a signal from now on, for the guest or for the children's sake. */
  catchSignal(number: number): void {
    this.sys.sigaction(number, {
      handler: () => {
        if (number !== signals.CHLD) this.pendingSignals.push(number);
        this.wake();
      },
      flags: SA_RESTART,
    });
  }

  /** Reads what can be read, for who asked. */
  async readReady(ready: ReadonlySet<Fd>): Promise<void> {
    for (const [id, { fd, size }] of this.readers) {
      if (!ready.has(fd)) continue;
      this.readers.delete(id);
      ready = new Set([...ready].filter((other) => other !== fd));
      const buffer = new Uint8Array(size);
      try {
        const count = await this.sys.read(fd, buffer);
        this.completions.push({ id, answer: buffer.subarray(0, count) });
      } catch (error) {
        this.completions.push({ id, answer: refusalOf(error) });
      }
    }
  }

  /** Takes in children that have ended. */
  async reap(): Promise<void> {
    for (const [id, pid] of this.children) {
      try {
        const ended = await this.sys.wait(pid, { nohang: true });
        if (!ended) continue;
        this.completions.push({ id, answer: answerOf(ended.status) });
      } catch (error) {
        if (errnoOf(error) !== 'ECHILD') throw error;
        this.completions.push({ id, answer: refusalOf(error) });
      }
      this.children.delete(id);
    }
  }
}

function asAnswer(result: unknown): Answer {
  return result instanceof Handed ? { value: result.value } : answerOf(result);
}

const never = (): Promise<never> => new Promise(() => {});
