const t = setTimeout(() => console.log('no'), 1);
clearTimeout(t);
const i = setImmediate(() => console.log('no'));
clearImmediate(i);
clearTimeout(undefined);
clearTimeout(+setTimeout(() => console.log('no'), 1));
console.log(typeof t, t.hasRef(), t.constructor.name);
