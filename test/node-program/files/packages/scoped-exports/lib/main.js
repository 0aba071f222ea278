module.exports = 'exports main';
