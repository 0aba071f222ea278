const one = require('./files/cycle-one');
console.log(one);
