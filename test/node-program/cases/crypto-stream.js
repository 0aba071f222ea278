const c = require('crypto');
const h = c.createHash('md5');
h.on('readable', () => {
  const d = h.read();
  if (d) console.log(d.toString('hex'));
});
h.write('abc');
h.end();
