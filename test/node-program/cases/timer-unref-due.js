setTimeout(() => console.log('never'), 1).unref();
setInterval(() => console.log('never'), 1).unref();
setImmediate(() => console.log('never')).unref();
for (const until = performance.now() + 20; performance.now() < until; );
process.on('beforeExit', () => console.log('nothing is left'));
process.on('exit', () => console.log('exit'));
