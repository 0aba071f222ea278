module.exports = 'left sub';
