const { performance, PerformanceObserver } = require('perf_hooks');
const a = performance.now();
console.log(a >= 0, performance.now() >= a, performance.timeOrigin > 1e12);
performance.mark('a');
console.log(performance.measure('m', 'a').name);
