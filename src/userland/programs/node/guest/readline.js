/** node:readline: lines of a stream. The terminal's own line discipline edits them. */
import { unsupported } from './errors.js';
import { EventEmitter } from './events.js';
import * as terminal from './terminal.js';
import { nextTick } from './ticks.js';

class Interface extends EventEmitter {
  #rest = '';
  #question;
  #prompt;
  #lastWasReturn = false;

  constructor(input, output) {
    super();
    const options = input?.input ? input : { input, output };
    this.input = options.input;
    this.output = options.output;
    this.terminal = false;
    this.closed = false;
    this.line = '';
    this.cursor = 0;
    this.history = [];
    this.#prompt = options.prompt ?? '> ';
    this.input.setEncoding?.('utf8');
    this.ondata = (text) => this.#take(String(text));
    this.onend = () => {
      if (this.#rest) this.#emit(this.#rest);
      this.#rest = '';
      this.close();
    };
    this.input.on('data', this.ondata);
    this.input.on('end', this.onend);
    options.signal?.addEventListener('abort', () => this.close(), { once: true });
    this.input.resume();
  }

  #take(text) {
    const fresh = this.#lastWasReturn && text.startsWith('\n') ? text.slice(1) : text;
    this.#lastWasReturn = text.endsWith('\r');
    const lines = (this.#rest + fresh).split(/\r\n|\n|\r/);
    this.#rest = lines.pop();
    for (const line of lines) this.#emit(line);
  }

  #emit(line) {
    if (this.closed) return;
    const question = this.#question;
    this.#question = undefined;
    if (question) question(line);
    else this.emit('line', line);
  }

  setPrompt(prompt) {
    this.#prompt = String(prompt);
  }
  getPrompt() {
    return this.#prompt;
  }
  prompt() {
    this.output?.write(this.#prompt);
  }
  question(query, options, callback = options) {
    this.output?.write(query);
    this.#question = callback;
    options?.signal?.addEventListener?.('abort', () => {
      this.#question = undefined;
    });
  }
  write(text) {
    if (text) this.#take(String(text));
  }
  pause() {
    this.input.pause();
    this.emit('pause');
    return this;
  }
  resume() {
    this.input.resume();
    this.emit('resume');
    return this;
  }
  close() {
    if (this.closed) return;
    this.closed = true;
    this.input.removeListener('data', this.ondata);
    this.input.removeListener('end', this.onend);
    this.input.pause();
    this.emit('close');
  }
  [Symbol.dispose]() {
    this.close();
  }
  [Symbol.asyncIterator]() {
    const lines = [];
    const waiting = [];
    let isOver = this.closed;
    this.on('line', (line) => {
      const next = waiting.shift();
      if (next) next({ value: line, done: false });
      else lines.push(line);
    });
    this.on('close', () => {
      isOver = true;
      for (const next of waiting.splice(0)) next({ value: undefined, done: true });
    });
    return {
      next: () => {
        if (lines.length) return Promise.resolve({ value: lines.shift(), done: false });
        if (isOver) return Promise.resolve({ value: undefined, done: true });
        return new Promise((resolve) => waiting.push(resolve));
      },
      return: () => {
        this.close();
        return Promise.resolve({ value: undefined, done: true });
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}

const control =
  (code) =>
  (stream, ...args) => {
    const done = args.find((arg) => typeof arg === 'function');
    stream?.write(code(...args));
    if (done) nextTick(done);
    return true;
  };

export const createInterface = (input, output) => new Interface(input, output);

class PromiseInterface extends Interface {
  question(query, options) {
    return new Promise((resolve) => super.question(query, options, resolve));
  }
}
Object.defineProperty(PromiseInterface, 'name', { value: 'Interface' });

const promises = {
  Interface: PromiseInterface,
  createInterface: (input, output) => new PromiseInterface(input, output),
};

Interface.prototype.question[Symbol.for('nodejs.util.promisify.custom')] = function (query, options) {
  return new Promise((resolve) => this.question(query, options, resolve));
};

export default {
  Interface,
  createInterface,
  promises,
  clearLine: control(terminal.clearLine),
  clearScreenDown: control(terminal.clearScreenDown),
  cursorTo: control(terminal.cursorTo),
  moveCursor: control(terminal.moveCursor),
  emitKeypressEvents() {
    throw unsupported('readline.emitKeypressEvents is not available in Strata: keys come as their bytes');
  },
};
