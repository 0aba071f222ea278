exports.early = 1;
const two = require('./cycle-two');
exports.late = two.seen;
