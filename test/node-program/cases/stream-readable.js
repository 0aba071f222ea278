const { Readable } = require('stream');
const r = new Readable({
  read() {
    this.push(this.n === undefined ? (this.n = 'x') : null);
  },
});
r.on('data', (d) => console.log(d.toString())).on('end', () => console.log('end'));
Readable.from(['a', 'b']).on('data', (d) => console.log(d));
(async () => {
  for await (const x of Readable.from([1, 2, 3]).map((n) => n * 2)) console.log(x);
})();
