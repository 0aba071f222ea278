/** node:vm, as far as it runs in this one context. */
import { compile } from './bridge.js';
import { unsupported } from './errors.js';
import { rememberSource } from './stack.js';

function run(code, options) {
  const file = (typeof options === 'string' ? options : options?.filename) ?? 'evalmachine.<anonymous>';
  rememberSource(file, String(code));
  return compile('module.script', [String(code), file]);
}

function otherContext() {
  throw unsupported('node:vm has no other contexts in Strata');
}

class Script {
  #code;
  #options;
  constructor(code, options) {
    this.#code = code;
    this.#options = options;
    compile('module.check', [String(code), options?.filename ?? 'evalmachine.<anonymous>', false]);
  }
  runInThisContext() {
    return run(this.#code, this.#options);
  }
  runInNewContext() {
    return otherContext();
  }
  runInContext() {
    return otherContext();
  }
}

export default {
  Script,
  runInThisContext: run,
  createContext: otherContext,
  runInNewContext: otherContext,
  runInContext: otherContext,
  isContext: () => false,
};
