const kept = {};
const r = new WeakRef(kept);
console.log(r.deref() === kept, new WeakMap([[{}, 1]]) instanceof WeakMap);
console.log(typeof FinalizationRegistry);
