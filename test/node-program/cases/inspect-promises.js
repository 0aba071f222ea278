console.log(
  Promise.resolve(4),
  Promise.reject(new Error('x')).catch(() => {}) instanceof Promise,
  new Promise(() => {}),
  (async () => {})(),
);
