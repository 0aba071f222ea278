const channels = require('diagnostics_channel');
const channel = channels.channel('my');
console.log(channel === channels.channel('my'), channel.name, channel.hasSubscribers, channels.hasSubscribers('my'));
const seen = (message, name) => console.log('seen', message, name);
channels.subscribe('my', seen);
channel.subscribe((message) => console.log('second', message));
console.log(channel.hasSubscribers, channels.hasSubscribers('my'));
channel.publish({ a: 1 });
console.log(channel.unsubscribe(seen), channel.unsubscribe(seen), channels.unsubscribe('none', seen));
channel.publish(2);
for (const wrong of [() => channels.channel(1), () => channel.subscribe('x')])
  try {
    wrong();
  } catch (error) {
    console.log(error.code, error.message);
  }
process.on('uncaughtException', (error) => console.log('uncaught', error.message));
channels.subscribe('throws', () => {
  throw new Error('of a subscriber');
});
channels.channel('throws').publish(1);
console.log('after');
const tracing = channels.tracingChannel('work');
const handlers = {};
for (const event of ['start', 'end', 'asyncStart', 'asyncEnd', 'error'])
  handlers[event] = (context) => console.log(event, { ...context, error: context.error?.message });
console.log(tracing.hasSubscribers, tracing.start.name);
tracing.subscribe(handlers);
console.log(tracing.traceSync((a, b) => a + b, { id: 1 }, null, 1, 2));
try {
  tracing.traceSync(() => {
    throw new Error('sync');
  });
} catch (error) {
  console.log('caught', error.message);
}
tracing.traceCallback((value, callback) => setImmediate(callback, null, value), -1, { id: 2 }, null, 'v', (error, value) => {
  console.log('called', error, value);
  tracing
    .tracePromise(async () => 'p', { id: 3 })
    .then((value) => {
      console.log('then', value);
      return tracing.tracePromise(() => Promise.reject(new Error('later')), { id: 4 });
    })
    .catch((error) => console.log('rejected', error.message))
    .then(() => console.log(tracing.unsubscribe(handlers), tracing.unsubscribe(handlers), tracing.hasSubscribers));
});
