const b = Buffer.from('hello world');
console.log(
  b.slice(0, 5).toString(),
  b.subarray(6).toString(),
  b.indexOf('o'),
  b.lastIndexOf('o'),
  b.includes('wor'),
  b.equals(Buffer.from('hello world')),
  b.toJSON().data.length,
  b.length,
  b[0],
  b.at(-1),
);
b.write('HE');
b.fill('x', 9);
console.log(
  b.toString(),
  JSON.stringify(Buffer.from('a')),
  [...Buffer.from('ab').entries()],
  Buffer.from('abc').reverse().toString(),
  b.copy(Buffer.alloc(3)),
);
console.log(
  Buffer.from([0xff, 0xfe, 0x41]).toString(),
  Buffer.from('€').toString('latin1'),
  Buffer.from('abc').swap16 instanceof Function,
);
