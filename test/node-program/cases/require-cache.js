const file = require.resolve('./files/counter');
console.log(require('./files/counter').next(), require('./files/counter').next());
delete require.cache[file];
console.log(require('./files/counter').next());
