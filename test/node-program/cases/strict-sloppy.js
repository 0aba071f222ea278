function sloppy() {
  return this === globalThis;
}
function strict() {
  'use strict';
  return this;
}
console.log(sloppy(), strict(), typeof arguments, arguments.length);
var top = 1;
console.log(globalThis.top);
