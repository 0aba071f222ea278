console.log({ [Symbol('k')]: 1, [Symbol.iterator]: null }, Symbol.iterator, Symbol('with space'));
