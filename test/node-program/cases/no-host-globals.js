console.log(
  typeof window,
  typeof self,
  typeof document,
  typeof postMessage,
  typeof importScripts,
  typeof WorkerGlobalScope,
  typeof indexedDB,
  typeof XMLHttpRequest,
  typeof std,
  typeof print,
);
