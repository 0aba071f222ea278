const a = require('./files/a');
const json = require('./files/data.json');
console.log(a, json, require('./files/a') === a);
console.log(
  module.children.length,
  require.main === module,
  module.id,
  __filename.endsWith('.js'),
  module.loaded,
);
