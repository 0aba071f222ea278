const { setTimeout: wait, setImmediate: soon } = require('timers/promises');
(async () => {
  console.log(await wait(3, 'a'));
  console.log(await soon('b'));
})();
