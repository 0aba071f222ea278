// A list of timers of one duration is run before the next list is looked at.
const order = [];
const wait = (ms) => {
  for (const end = Date.now() + ms; Date.now() < end; );
};
setTimeout(() => order.push('long'), 20);
setTimeout(() => order.push('short 1'), 10);
wait(6);
setTimeout(() => order.push('short 2'), 10);
wait(30);
let fired = 0;
const again = setTimeout(() => {
  order.push('again');
  if (++fired < 3) again.refresh();
}, 40);
const other = setImmediate(() => order.push('cleared immediate'));
setImmediate(() => setImmediate(() => console.log('of the next round')));
setImmediate(() => {
  console.log('of this one');
});
clearImmediate(other);
const interval = setInterval(() => {
  if (fired < 3) return;
  clearInterval(interval);
  clearTimeout(again);
  again.refresh();
  console.log(order.join(', '), again.hasRef());
}, 10);
setTimeout(() => console.log('never'), 5000).unref();
