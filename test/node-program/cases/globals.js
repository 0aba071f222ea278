console.log(
  typeof globalThis,
  global === globalThis,
  typeof structuredClone,
  typeof fetch,
  typeof URL,
  typeof TextEncoder,
  typeof performance.now(),
  typeof queueMicrotask,
  typeof AbortController,
  typeof Headers,
  typeof btoa,
  typeof crypto.subtle,
  typeof require('perf_hooks').performance.now,
);
console.log(
  btoa('hi'),
  atob('aGk='),
  structuredClone({ a: new Date(0), m: new Map([[1, new Set([2])]]) }),
  Object.prototype.toString.call(globalThis),
);
try {
  structuredClone(() => {});
} catch (e) {
  console.log(e.name);
}
