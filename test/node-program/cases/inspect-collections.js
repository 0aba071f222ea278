console.log(
  new Map([
    ['a', 1],
    [{ b: 2 }, [3]],
  ]),
  new Set([1, 'two', { three: 3 }]),
  new WeakMap(),
  new WeakSet(),
);
