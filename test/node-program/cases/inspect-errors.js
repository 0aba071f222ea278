const e = new TypeError('msg');
e.stack = 'TypeError: msg\n    at somewhere (file.js:1:2)';
console.log(e);
console.log([e]);
console.log({ e });
const noStack = new Error('bare');
noStack.stack = undefined;
console.log(noStack);
