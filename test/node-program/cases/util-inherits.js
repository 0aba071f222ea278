const util = require('util');
const EventEmitter = require('events');
function A() {
  EventEmitter.call(this);
}
util.inherits(A, EventEmitter);
const a = new A();
a.on('x', (v) => console.log(v, a instanceof EventEmitter, A.super_ === EventEmitter));
a.emit('x', 1);
