const e = new Error('outer', { cause: 'inner' });
console.log(e.cause, Object.keys(e), 'cause' in e);
console.log(new AggregateError([new Error('a')], 'many').errors.length);
