const util = require('util');
console.log({
  [util.inspect.custom](depth, options) {
    return 'custom ' + depth + typeof options.stylize;
  },
});
console.log([{ [Symbol.for('nodejs.util.inspect.custom')]: () => ({ replaced: true }) }]);
