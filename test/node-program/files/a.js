module.exports = { name: 'a', dir: require('path').basename(__dirname) };
