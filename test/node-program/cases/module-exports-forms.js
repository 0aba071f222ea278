console.log(exports === module.exports, this === exports, typeof require, typeof __dirname);
exports.a = 1;
console.log(module.exports);
