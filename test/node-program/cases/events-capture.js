const EventEmitter = require('events');
const emitter = new EventEmitter({ captureRejections: true });
emitter.on('error', (error) => console.log('error', error.message));
emitter.on('x', async () => {
  throw new Error('async');
});
console.log(emitter.emit('x'));
const handled = new EventEmitter({ captureRejections: true });
handled[Symbol.for('nodejs.rejection')] = (error, name, ...args) => console.log('handled', error.message, name, args);
handled.on('y', async () => {
  throw new Error('own');
});
handled.emit('y', 1, 2);
for (const wrong of [() => new EventEmitter({ captureRejections: 1 }), () => (EventEmitter.captureRejections = 2)])
  try {
    wrong();
  } catch (error) {
    console.log(error.code, error.message);
  }
console.log(EventEmitter.captureRejections);
EventEmitter.captureRejections = true;
const later = new EventEmitter();
later.on('error', (error) => console.log('later', error.message));
later.on('z', () => Promise.reject(new Error('by default')));
later.emit('z');
EventEmitter.captureRejections = false;
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
const plain = new EventEmitter();
plain.on('w', () => Promise.reject(new Error('of nobody')));
plain.emit('w');
