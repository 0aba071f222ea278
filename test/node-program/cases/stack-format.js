function a() {
  return new Error('where').stack;
}
const lines = a().split('\n');
console.log(lines[0], lines[1].trim().replace(/\(.*\//, '('), lines.length > 2);
console.log(/stack-format\.js:1:\d+/.test(lines[1]), Error.stackTraceLimit);
const o = {};
Error.captureStackTrace(o);
console.log(typeof o.stack);
console.trace === undefined;
