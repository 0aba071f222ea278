/** node:diagnostics_channel. @see https://github.com/nodejs/node/blob/main/lib/diagnostics_channel.js */
import { invalidArgument, unsupported } from './errors.js';
import { nextTick } from './ticks.js';

const channels = new Map();

class Channel {
  constructor(name) {
    this._subscribers = undefined;
    this.name = name;
  }
  get hasSubscribers() {
    return this._subscribers !== undefined;
  }
  subscribe(subscription) {
    if (typeof subscription !== 'function') throw invalidArgument('subscription', 'function', subscription);
    this._subscribers = [...(this._subscribers ?? []), subscription];
  }
  unsubscribe(subscription) {
    const at = this._subscribers?.indexOf(subscription) ?? -1;
    if (at < 0) return false;
    const left = this._subscribers.toSpliced(at, 1);
    this._subscribers = left.length > 0 ? left : undefined;
    return true;
  }
  /** What a subscriber throws is nobody's who publishes. */
  publish(message) {
    for (const subscription of this._subscribers ?? []) {
      try {
        subscription(message, this.name);
      } catch (error) {
        nextTick(() => {
          throw error;
        });
      }
    }
  }
  bindStore() {
    throw unsupported('diagnostics_channel binds no stores: there is no AsyncLocalStorage');
  }
  unbindStore() {
    return false;
  }
  runStores(message, run, self, ...args) {
    this.publish(message);
    return Reflect.apply(run, self, args);
  }
}

function channel(name) {
  const known = channels.get(name);
  if (known) return known;
  if (typeof name !== 'string' && typeof name !== 'symbol')
    throw invalidArgument('channel', ['string', 'symbol'], name);
  const made = new Channel(name);
  channels.set(name, made);
  return made;
}

const EVENTS = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];

class TracingChannel {
  constructor(given) {
    for (const event of EVENTS)
      this[event] = typeof given === 'string' ? channel(`tracing:${given}:${event}`) : given[event];
  }
  get hasSubscribers() {
    return EVENTS.some((event) => this[event].hasSubscribers);
  }
  subscribe(handlers) {
    for (const event of EVENTS) if (handlers[event]) this[event].subscribe(handlers[event]);
  }
  unsubscribe(handlers) {
    return EVENTS.map((event) => !handlers[event] || this[event].unsubscribe(handlers[event])).every(Boolean);
  }
  #failed(context, error) {
    context.error = error;
    this.error.publish(context);
  }
  #run(context, run) {
    return this.start.runStores(context, () => {
      try {
        return run();
      } catch (error) {
        this.#failed(context, error);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }
  #later(context) {
    this.asyncStart.publish(context);
    this.asyncEnd.publish(context);
  }
  traceSync(run, context = {}, self = undefined, ...args) {
    if (!this.hasSubscribers) return Reflect.apply(run, self, args);
    return this.#run(context, () => (context.result = Reflect.apply(run, self, args)));
  }
  tracePromise(run, context = {}, self = undefined, ...args) {
    if (!this.hasSubscribers) return Reflect.apply(run, self, args);
    return this.#run(context, () => {
      const promise = Reflect.apply(run, self, args);
      return (promise instanceof Promise ? promise : Promise.resolve(promise)).then(
        (result) => {
          context.result = result;
          this.#later(context);
          return result;
        },
        (error) => {
          this.#failed(context, error);
          this.#later(context);
          throw error;
        },
      );
    });
  }
  traceCallback(run, position = -1, context = {}, self = undefined, ...args) {
    if (!this.hasSubscribers) return Reflect.apply(run, self, args);
    const channels = this;
    const callback = args.at(position);
    if (typeof callback !== 'function') throw invalidArgument('callback', 'function', callback);
    args.splice(position, 1, function (error, result, ...more) {
      if (error) channels.#failed(context, error);
      else context.result = result;
      channels.asyncStart.runStores(context, () => {
        try {
          return Reflect.apply(callback, this, [error, result, ...more]);
        } finally {
          channels.asyncEnd.publish(context);
        }
      });
    });
    return this.#run(context, () => Reflect.apply(run, self, args));
  }
}

export default {
  channel,
  hasSubscribers: (name) => channels.get(name)?.hasSubscribers ?? false,
  subscribe: (name, subscription) => channel(name).subscribe(subscription),
  unsubscribe: (name, subscription) => channel(name).unsubscribe(subscription),
  tracingChannel: (given) => new TracingChannel(given),
  Channel,
};
