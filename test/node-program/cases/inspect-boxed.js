console.log(new String('s'), new Number(1), new Boolean(false), Object(1n), Object(Symbol('b')));
