const c = require('crypto');
for (const a of ['md5', 'sha1', 'sha256', 'sha512'])
  console.log(a, c.createHash(a).update('hello').update(Buffer.from(' world')).digest('hex'));
console.log(
  c.createHash('sha256').update('').digest('base64'),
  c.createHmac('sha256', 'key').update('data').digest('hex'),
  c.createHmac('sha1', 'k'.repeat(100)).update('d').digest('hex'),
);
try {
  c.createHash('nope');
} catch (e) {
  console.log(e.message);
}
