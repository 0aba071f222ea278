const c = new AbortController();
c.signal.addEventListener('abort', () => console.log('aborted', c.signal.aborted, c.signal.reason.name));
c.abort();
c.abort();
try {
  AbortSignal.abort('why').throwIfAborted();
} catch (e) {
  console.log(e);
}
require('timers/promises')
  .setTimeout(1000, 0, { signal: c.signal })
  .catch((e) => console.log(e.name, e.code));
