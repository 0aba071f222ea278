module.exports = 'left main';
