const { Transform, pipeline, Writable } = require('stream');
const out = [];
const up = new Transform({
  transform(c, e, cb) {
    cb(null, c.toString().toUpperCase());
  },
  flush(cb) {
    this.push('!');
    cb();
  },
});
pipeline(
  require('stream').Readable.from(['a', 'b']),
  up,
  new Writable({
    write(c, e, cb) {
      out.push(c.toString());
      cb();
    },
  }),
  (e) => console.log(e, out.join('')),
);
