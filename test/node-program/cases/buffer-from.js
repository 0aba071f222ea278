console.log(
  Buffer.from('héllo'),
  Buffer.from('aGk=', 'base64').toString(),
  Buffer.from('ff00', 'hex'),
  Buffer.from([1, 256, -1]),
  Buffer.from('é', 'latin1'),
  Buffer.alloc(3, 'ab'),
  Buffer.from('ab', 'utf16le'),
  Buffer.concat([Buffer.from('a'), Buffer.from('b')]).toString(),
);
console.log(
  Buffer.from('hi').toString('hex'),
  Buffer.from('hello?>').toString('base64'),
  Buffer.from('hello?>').toString('base64url'),
  Buffer.byteLength('é€'),
  Buffer.isBuffer(Buffer.alloc(0)),
  Buffer.compare(Buffer.from('a'), Buffer.from('b')),
  Buffer.isEncoding('utf8'),
);
console.log(
  Buffer.from('x'.repeat(60)),
  Buffer.alloc(0),
  Buffer.from(Buffer.from('copy')).toString(),
  Buffer.from(new Uint16Array([1, 2]).buffer),
);
