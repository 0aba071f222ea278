// run: node --stack-trace-limit=2 CASE
const deep = (left) => (left ? [deep(left - 1)][0] : new Error('deep').stack.split('\n').length);
console.log(Error.stackTraceLimit, deep(5));
