const EventEmitter = require('events');
const e = new EventEmitter();
e.on('a', function (x, y) {
  console.log('a1', x, y, this === e);
});
e.once('a', () => console.log('once'));
e.prependListener('a', () => console.log('first'));
console.log(e.emit('a', 1, 2), e.emit('a'), e.emit('none'), e.listenerCount('a'), e.eventNames());
const f = () => {};
e.on('b', f);
e.off('b', f);
console.log(e.listeners('b'), e.rawListeners('a').length);
e.on('newListener', (n) => console.log('new', n));
e.on('c', () => {});
e.removeAllListeners('c');
try {
  e.emit('error', new Error('unheard'));
} catch (x) {
  console.log(x.message);
}
try {
  e.emit('error', 'text');
} catch (x) {
  console.log(x.code, x.message);
}
try {
  e.on('x', 1);
} catch (x) {
  console.log(x.code, x.message);
}
