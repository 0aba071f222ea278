const c = require('crypto');
console.log(
  c.randomBytes(8).length,
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(c.randomUUID()),
  c.randomInt(5) < 5,
  c.timingSafeEqual(Buffer.from('a'), Buffer.from('a')),
  crypto.getRandomValues(new Uint8Array(4)).length,
);
c.randomBytes(2, (e, b) => console.log(e, b.length));
