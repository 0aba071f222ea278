/**
 * The event loop: turns of the guest, and between them promises' jobs, signals, and waiting in the kernel.
 *
 * The guest's library keeps timers, immediates and ticks, and says in `next` what is to be done when.
 * @see nodejs.org, "The Node.js Event Loop"
 */
import { errnoOf, POLLIN } from '../../../posix/index.ts';
import { type Answer, canWait, type Value } from './engine.ts';
import type { Host } from './host.ts';

interface Plan {
  /** How many immediates there are to run. */
  readonly immediates: number;
  /** Milliseconds until the next timer. */
  readonly delay: number | null;
  /** Whether something that keeps the program alive is still to come. */
  readonly alive: boolean;
}

export interface Rejection {
  readonly promise: Value;
  readonly reason: Value;
}

/** Milliseconds; a timer far away is looked at in between, and costs nothing. */
const LONGEST_WAIT = 1 << 30;
/** Milliseconds after which who stays put lets others in between two turns. */
const SLICE = 5;

export class Loop {
  readonly #host: Host;
  /** The library's entrance. */
  readonly #enter: Value;
  readonly #rejections: Rejection[] = [];
  #yielded: number;

  constructor(host: Host, enter: Value) {
    this.#host = host;
    this.#enter = enter;
    this.#yielded = host.sys.monotonic();
  }

  rejected(promise: Value, reason: Value, isHandled: boolean): void {
    const { engine } = this.#host;
    if (!isHandled) {
      this.#rejections.push({ promise, reason });
      return;
    }
    const at = this.#rejections.findIndex((known) => engine.same(known.promise, promise));
    if (at >= 0) this.#forget(this.#rejections.splice(at, 1)[0]!);
    this.#forget({ promise, reason });
  }

  #forget({ promise, reason }: Rejection): void {
    this.#host.engine.free(promise);
    this.#host.engine.free(reason);
  }

  /** Runs the program to its end, which is its exit status. */
  async run(program: object): Promise<number> {
    await this.#turn('main', JSON.stringify(program));
    for (;;) {
      await this.#letOthersIn();
      if (await this.#deliver()) continue;
      const plan = await this.#plan();
      const isDue = plan.delay !== null && plan.delay <= 0;
      if (isDue) while (await this.#turn('timer'));
      // Those that are made meanwhile are for the next round.
      for (let left = plan.immediates; left > 0; left--) await this.#turn('immediate');
      if (isDue || plan.immediates > 0) continue;
      if (!plan.alive) {
        await this.#turn('beforeExit');
        const { alive, immediates } = await this.#plan();
        if (!alive && immediates === 0) break;
        continue;
      }
      await this.#wait(plan.delay);
    }
    return Number(await this.#turn('exit'));
  }

  /** Signals and answers that have come. */
  async #deliver(): Promise<boolean> {
    const host = this.#host;
    const signal = host.pendingSignals.shift();
    if (signal !== undefined) {
      await this.#turn('signal', String(signal));
      return true;
    }
    await host.reap();
    const completion = host.completions.shift();
    if (!completion) return false;
    await this.#turn('done', String(completion.id), completion.answer);
    return true;
  }

  async #plan(): Promise<Plan> {
    return JSON.parse(await this.#turn('next')) as Plan;
  }

  async #wait(delay: number | null): Promise<void> {
    const host = this.#host;
    await host.output.flush();
    const wake = host.wakeDescriptor();
    if (host.completions.length > 0 || host.pendingSignals.length > 0) return;
    const fds = [...new Set([...host.readers.values()].map(({ fd }) => fd))];
    let ready: readonly number[];
    try {
      const requests = [wake, ...fds].map((fd) => ({ fd, events: POLLIN }));
      const results = await host.sys.poll(requests, Math.min(delay ?? LONGEST_WAIT, LONGEST_WAIT));
      // What was closed meanwhile is among them: reading says so to who asked.
      ready = results.map(({ fd }) => fd);
    } catch (error) {
      if (errnoOf(error) === 'EINTR') return;
      throw error;
    }
    if (ready.includes(wake)) await host.wasWoken();
    await host.readReady(new Set(ready));
  }

  async #letOthersIn(): Promise<void> {
    const { output, sys } = this.#host;
    if (canWait) return void (await sys.breathe());
    if (sys.monotonic() - this.#yielded < SLICE) return;
    await output.flush();
    await sys.sleep(0).catch((error: unknown) => {
      if (errnoOf(error) !== 'EINTR') throw error;
    });
    this.#yielded = sys.monotonic();
  }

  /** Enters the guest, and runs what that leaves behind: ticks first, then promises' jobs, until none is left. */
  async #turn(kind: string, ...rest: Answer[]): Promise<string> {
    const answer = await this.#call(kind, ...rest);
    if (kind !== 'next') await this.#settle();
    return answer;
  }

  async #settle(): Promise<void> {
    const { engine } = this.#host;
    for (;;) {
      do await this.#call('ticks');
      while (await engine.runJobs());
      const rejection = this.#rejections.shift();
      if (!rejection) return;
      const kind = engine.value('rejection');
      engine.free(await engine.call(this.#enter, [kind, rejection.promise, rejection.reason]));
      engine.free(kind);
      this.#forget(rejection);
    }
  }

  async #call(...texts: Answer[]): Promise<string> {
    const { engine } = this.#host;
    const args = texts.map((text) => engine.value(text));
    const result = await engine.call(this.#enter, args);
    for (const value of args) engine.free(value);
    if (engine.failed(result)) throw new Error(`node's library failed: ${engine.text(engine.exception())}`);
    const answer = engine.text(result);
    engine.free(result);
    return answer;
  }
}
