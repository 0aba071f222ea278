exports.seen = { ...require('./cycle-one') };
