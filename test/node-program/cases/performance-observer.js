const { performance, PerformanceObserver, PerformanceEntry, PerformanceMark } = require('perf_hooks');
const attempt = (run) => {
  try {
    return run();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const observer = new PerformanceObserver((list, self) => {
  console.log(self === observer, list.getEntries().map(({ name, entryType }) => [name, entryType]));
  console.log(list.getEntriesByName('m').length, list.getEntriesByType('mark').length);
});
observer.observe({ entryTypes: ['mark', 'measure'] });
console.log(performance.mark('a', { startTime: 5, detail: { x: 1 } }));
console.log(performance.mark('b', { startTime: 9 }) instanceof PerformanceMark);
console.log(performance.measure('m', 'a', 'b'));
console.log(performance.measure('n', { start: 1, duration: 3, detail: 'd' }).toJSON());
console.log(performance.measure('o', { end: 'b', duration: 2 }).startTime);
console.log(performance.getEntries().map(({ name, startTime }) => [name, startTime]));
performance.clearMarks('a');
console.log(performance.getEntriesByType('mark').length, performance.getEntriesByType('measure').length);
performance.clearMeasures();
console.log(performance.getEntries().map(({ name }) => name), performance.getEntriesByName('b')[0].duration);
attempt(() => performance.measure('x', 'no'));
attempt(() => performance.measure('x', { start: 1, end: 2, duration: 3 }));
attempt(() => performance.measure('x', { start: 1 }, 'b'));
attempt(() => performance.measure(1));
attempt(() => performance.mark());
attempt(() => performance.mark('x', { startTime: -1 }));
attempt(() => performance.mark('x', { startTime: 'x' }));
attempt(() => new PerformanceEntry());
attempt(() => new Performance());
attempt(() => new PerformanceObserver(1));
attempt(() => observer.observe({}));
attempt(() => observer.observe({ entryTypes: ['mark'], type: 'mark' }));
console.log(['mark', 'measure'].every((type) => PerformanceObserver.supportedEntryTypes.includes(type)));
console.log(Object.prototype.toString.call(new PerformanceMark('c')), performance === globalThis.performance);
setTimeout(() => {
  observer.disconnect();
  performance.mark('unseen');
  const late = new PerformanceObserver((list) => console.log('late', list.getEntries().map(({ name }) => name)));
  late.observe({ type: 'mark', buffered: true });
  console.log(late.takeRecords().map(({ name }) => name), late.takeRecords().length);
  performance.mark('told');
}, 300);
