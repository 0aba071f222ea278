const fs = require('fs');
const { pipeline, Transform } = require('stream');
fs.writeFileSync('in', 'abc'.repeat(30000));
const up = new Transform({
  transform(chunk, enc, done) {
    done(null, chunk.toString().toUpperCase());
  },
});
pipeline(fs.createReadStream('in'), up, fs.createWriteStream('out'), (e) =>
  console.log(e, fs.statSync('out').size, fs.readFileSync('out', 'utf8').slice(0, 6)),
);
