/**
 * QuickJS-ng in WebAssembly, as far as `node` needs it: texts and bytes in and out, calls, jobs, modules.
 *
 * The module is quickjs-wasi's, the binding is ours: its own cannot wait. Where there is JavaScript Promise
 * Integration, a call of the guest that has to wait puts the guest's stack aside, and so does the
 * interrupt handler, which QuickJS calls in every loop; elsewhere both answer at once.
 *
 * A value is the address of one in the guest's memory, owned by who got it unless said otherwise.
 * @see https://github.com/vercel-labs/quickjs-wasi, "src/interface.c"
 */
import { chain, decode, encode, type Maybe } from '../../../base/index.ts';
import { canWait, integration } from '../wasm/integration.ts';

/** The address of a JavaScript value. */
export type Value = number;
/** What the host answers to a guest's call: text, bytes or a value of the guest's. */
export type Answer = string | Uint8Array | { readonly value: Value };

export interface Callbacks {
  /** The guest's one function. Arguments are texts, and bytes where the third is there. */
  call(operation: string, argument: string, bytes: Uint8Array | undefined, subject: Value): Maybe<Answer>;
  /** Called now and then while the guest computes. */
  breathe(): Maybe<void>;
  /** Full name of a module that another asks for. Throws what `thrown` makes of a text. */
  normalize(base: string, specifier: string): Maybe<string>;
  load(name: string): Maybe<string>;
  /** Both values are the callee's. */
  rejected(promise: Value, reason: Value, isHandled: boolean): void;
  random(length: number): Uint8Array;
  /** Milliseconds since the epoch, and on a clock that never goes back. */
  now(): number;
  monotonic(): number;
}

/** Thrown by callbacks: the guest gets an error that its library makes of the text. */
export class GuestError extends Error {}

type Call = (...args: number[]) => number;

export const EVAL_COMPILE_ONLY = 1 << 5;
export const EVAL_MODULE = 1 << 0;
export const EVAL_ASYNC = 1 << 7;

/**
 * Bytes of QuickJS' stack: a function that calls itself gets some 2000 deep, and half that where the stack
 * can be put aside. The engine's own, of which nobody tells the size, must not end before that, which
 * breaks the guest: V8 gives a million bytes to a thread, and guests that wait use up theirs sooner.
 */
const STACK = (canWait ? 256 : 480) * 1024;
/** Bytes; the module's memory ends at 4 GiB, and a tab long before. */
const MEMORY = 1024 * 1024 * 1024;
const ENOSYS = 52;
export const CANNOT_WAIT = 'cannot wait: no JavaScript Promise Integration here';

export class Engine {
  readonly #exports: Record<string, Call>;
  readonly #memory: WebAssembly.Memory;
  readonly #enterCall: (...args: number[]) => Maybe<number>;
  readonly #enterJob: (...args: number[]) => Maybe<number>;
  readonly #enterEval: (...args: number[]) => Maybe<number>;
  /** The library is being asked something, on a stack that cannot be put aside. */
  isAsking = false;
  #undefined: Value = 0;
  /** The function that the library is entered by. */
  library: Value = 0;

  static async create(code: WebAssembly.Module, callbacks: Callbacks): Promise<Engine> {
    let engine: Engine | undefined;
    const imports = importsOf(() => engine!, callbacks);
    const instance = await WebAssembly.instantiate(code, imports);
    engine = new Engine(instance);
    engine.#begin();
    return engine;
  }

  private constructor(instance: WebAssembly.Instance) {
    this.#exports = instance.exports as Record<string, Call>;
    this.#memory = instance.exports['memory'] as WebAssembly.Memory;
    const enter = (name: string) => {
      const call = this.#exports[name]!;
      return integration ? integration.promising(call) : call;
    };
    this.#enterCall = enter('qjs_call');
    this.#enterJob = enter('qjs_execute_pending_job');
    this.#enterEval = enter('qjs_eval');
  }

  /** What calls back needs to be found by then. */
  #begin(): void {
    this.#call('_initialize');
    this.#call('qjs_init');
    this.#call('qjs_set_memory_limit', MEMORY);
    this.#call('qjs_set_max_stack_size', STACK);
    for (const what of ['interrupt_handler', 'promise_rejection_handler', 'module_loader']) {
      this.#call(`qjs_set_${what}`, 1);
    }
    this.#undefined = this.#call('qjs_get_undefined');
  }

  #call(name: string, ...args: number[]): number {
    return this.#exports[name]!(...args);
  }

  /** Bytes of its memory, which only grows. */
  get size(): number {
    return this.#memory.buffer.byteLength;
  }

  get memory(): DataView {
    return new DataView(this.#memory.buffer);
  }

  /** QuickJS-ng's version. */
  get version(): string {
    return this.cString(this.#call('qjs_get_quickjs_version'));
  }

  // ---- values

  text(value: Value): string {
    const length = this.#call('wasm_malloc', 4);
    const at = this.#call('qjs_get_string_len', value, length);
    const size = this.memory.getUint32(length, true);
    const text = decode(this.bytesAt(at, size));
    this.#call('qjs_free_cstring', at);
    this.#call('wasm_free', length);
    return text;
  }

  /** The contents of an ArrayBuffer, copied; undefined of all else. */
  bytes(value: Value): Uint8Array | undefined {
    if (!this.#call('qjs_is_array_buffer', value)) return undefined;
    const length = this.#call('wasm_malloc', 4);
    const at = this.#call('qjs_get_array_buffer', value, length);
    const size = this.memory.getUint32(length, true);
    this.#call('wasm_free', length);
    return this.bytesAt(at, size);
  }

  value(answer: Answer): Value {
    if (typeof answer === 'object' && 'value' in answer) return answer.value;
    const make = typeof answer === 'string' ? 'qjs_new_string' : 'qjs_new_array_buffer';
    const bytes = typeof answer === 'string' ? encode(answer) : answer;
    const at = this.place(bytes);
    const value = this.#call(make, at, bytes.length);
    this.#call('wasm_free', at);
    return value;
  }

  /** 0 pending, 1 fulfilled, 2 rejected; less where it is no promise. */
  promiseState(value: Value): number {
    return this.#call('qjs_is_promise', value) ? this.#call('qjs_promise_state', value) : -1;
  }

  isProxy(value: Value): boolean {
    return this.#call('qjs_is_proxy', value) !== 0;
  }

  promiseResult(value: Value): Value {
    return this.#call('qjs_promise_result', value);
  }

  hostFunction(): Value {
    const at = this.place(encode('host'));
    const value = this.#call('qjs_new_host_function', at, 4, 3);
    this.#call('wasm_free', at);
    return value;
  }

  dup(value: Value): Value {
    return this.#call('qjs_dup_value', value);
  }

  free(value: Value): void {
    this.#call('qjs_free_value', value);
  }

  /** Whether two values are one object. */
  same(one: Value, other: Value): boolean {
    return this.#call('qjs_get_value_ptr', one) === this.#call('qjs_get_value_ptr', other);
  }

  // ---- running

  /**
   * Evaluates a script; a value that `failed` tells of where it throws. Also while the guest is in the middle
   * of a call: what it runs then has a stack of its own to be put aside, on top of the other.
   */
  evaluate(code: string, file: string, flags = 0): Maybe<Value> {
    const bytes = encode(code);
    const at = this.place(bytes);
    const name = this.place(encode(file));
    return chain(this.#enterEval(at, bytes.length, name, flags), (value) => {
      this.#call('wasm_free', at);
      this.#call('wasm_free', name);
      return value;
    });
  }

  failed(value: Value): boolean {
    return this.#call('qjs_is_exception', value) !== 0;
  }

  /** What was thrown. */
  exception(): Value {
    return this.#call('qjs_get_exception');
  }

  throw(value: Value): void {
    this.#call('qjs_throw', value);
  }

  /** Calls a function, from outside: the guest is not in the middle of anything. */
  async call(callee: Value, args: readonly Value[]): Promise<Value> {
    const list = this.#list(args);
    const value = await this.#enterCall(callee, this.#undefined, args.length, list);
    this.#call('wasm_free', list);
    return value;
  }

  /** Runs what promises have to do. */
  async runJobs(): Promise<boolean> {
    let ran = false;
    while (this.#call('qjs_is_job_pending')) {
      ran = true;
      if ((await this.#enterJob()) < 0) this.free(this.exception());
    }
    return ran;
  }

  /** Throws in the guest, which is in the middle of a call, what its library makes of a text. */
  throwText(text: string): void {
    const error = this.#ask('error', text);
    this.throw(error);
    this.free(error);
  }

  /** Asks the library something while the guest is in the middle of a call. */
  ask(kind: string, text: string): string {
    const answer = this.#ask(kind, text);
    const result = this.text(answer);
    this.free(answer);
    return result;
  }

  #ask(kind: string, text: string): Value {
    const args = [this.value(kind), this.value(text)];
    const list = this.#list(args);
    this.isAsking = true;
    const answer = this.#call('qjs_call', this.library, this.#undefined, args.length, list);
    this.isAsking = false;
    for (const value of args) this.free(value);
    this.#call('wasm_free', list);
    return answer;
  }

  // ---- memory

  /** A copy, in memory that `wasm_free` frees, with a zero behind. */
  place(bytes: Uint8Array): number {
    const at = this.#call('wasm_malloc', bytes.length + 1);
    if (at === 0) throw new RangeError('out of memory');
    const memory = new Uint8Array(this.#memory.buffer);
    memory.set(bytes, at);
    memory[at + bytes.length] = 0;
    return at;
  }

  bytesAt(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, at >>> 0, length >>> 0).slice();
  }

  cString(at: number): string {
    const memory = new Uint8Array(this.#memory.buffer);
    return decode(memory.slice(at >>> 0, memory.indexOf(0, at >>> 0)));
  }

  #list(values: readonly Value[]): number {
    const at = this.#call('wasm_malloc', Math.max(values.length * 4, 4));
    const { memory } = this;
    values.forEach((value, index) => {
      memory.setUint32(at + index * 4, value, true);
    });
    return at;
  }
}

function importsOf(engine: () => Engine, callbacks: Callbacks): WebAssembly.Imports {
  const mayWait = (call: (...args: number[]) => Maybe<number>): WebAssembly.ImportValue =>
    integration ? new integration.Suspending(call) : (call as Call);
  const namedText = (make: () => Maybe<string>, place: (text: string) => number): Maybe<number> =>
    settle(answered(make), place, (error) => {
      if (!(error instanceof GuestError)) throw error;
      engine().throwText(error.message);
      return 0;
    });
  /** A module that has to be waited for cannot be had where nothing can wait. */
  const answered =
    (make: () => Maybe<string>): (() => Maybe<string>) =>
    () => {
      const text = make();
      if (canWait || !(text instanceof Promise)) return text;
      text.catch(() => {});
      throw new GuestError(JSON.stringify({ code: 'ERR_UNSUPPORTED', message: CANNOT_WAIT }));
    };
  return {
    env: {
      host_call: mayWait((_name, _length, _self, argc, argv) => {
        const vm = engine();
        const argument = (index: number): Value => vm.memory.getUint32((argv ?? 0) + index * 4, true);
        const subject = (argc ?? 0) > 2 ? argument(2) : 0;
        const bytes = subject ? vm.bytes(subject) : undefined;
        return settle(
          () => callbacks.call(vm.text(argument(0)), vm.text(argument(1)), bytes, subject),
          (answer) => vm.value(answer),
        );
      }),
      host_interrupt: mayWait(() => (engine().isAsking ? 0 : settle(callbacks.breathe, () => 0))),
      host_promise_rejection: (promise: Value, reason: Value, isHandled: number) =>
        callbacks.rejected(promise, reason, isHandled !== 0),
      host_module_normalize: mayWait((base, name) => {
        const vm = engine();
        return namedText(
          () => callbacks.normalize(vm.cString(base!), vm.cString(name!)),
          (text) => vm.place(encode(text)),
        );
      }),
      host_module_load: mayWait((name, length) => {
        const vm = engine();
        return namedText(
          () => callbacks.load(vm.cString(name!)),
          (text) => {
            const bytes = encode(text);
            const at = vm.place(bytes);
            vm.memory.setUint32(length!, bytes.length, true);
            return at;
          },
        );
      }),
      // Containers' clocks are in UTC.
      host_get_timezone_offset: () => 0,
    },
    wasi_snapshot_preview1: {
      clock_time_get(clock: number, _precision: bigint, result: number) {
        const ms = clock === 0 ? callbacks.now() : callbacks.monotonic();
        engine().memory.setBigUint64(result, BigInt(Math.round(ms * 1e6)), true);
        return 0;
      },
      random_get(at: number, length: number) {
        const random = callbacks.random(length);
        const { memory } = engine();
        random.forEach((byte, index) => {
          memory.setUint8(at + index, byte);
        });
        return 0;
      },
      fd_close: () => ENOSYS,
      fd_fdstat_get: () => ENOSYS,
      fd_seek: () => ENOSYS,
      fd_write: () => ENOSYS,
    },
  };
}

/** Goes on with what a callback answers, at once where it is there. */
function settle<T, U>(make: () => Maybe<T>, then: (value: T) => U, caught?: (error: unknown) => U): Maybe<U> {
  try {
    const value = make();
    if (!(value instanceof Promise)) return then(value);
    return caught ? value.then(then).catch(caught) : value.then(then);
  } catch (error) {
    if (caught) return caught(error);
    throw error;
  }
}
