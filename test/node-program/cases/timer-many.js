// Some thousand of each kind, in order and in a second.
let next = 0;
let wrong = 0;
const isNext = (index) => {
  if (index !== next++) wrong++;
};
for (let index = 0; index < 4000; index++) setTimeout(isNext, 1, index);
setTimeout(() => {
  console.log('timers', next, wrong);
  next = 0;
  for (let index = 0; index < 4000; index++) setImmediate(isNext, index);
  setImmediate(() => {
    console.log('immediates', next, wrong);
    next = 0;
    for (let index = 0; index < 4000; index++) process.nextTick(isNext, index);
    process.nextTick(() => console.log('ticks', next, wrong));
  });
}, 60);
const cleared = [];
for (let index = 0; index < 4000; index++) cleared.push(setTimeout(isNext, 50 + (index % 2000), -1));
for (const timer of cleared) clearTimeout(timer);
