exports.value = 'from cjs';
