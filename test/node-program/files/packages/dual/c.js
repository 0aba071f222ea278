module.exports = 'dual commonjs';
