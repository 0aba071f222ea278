module.exports = 'org thing';
