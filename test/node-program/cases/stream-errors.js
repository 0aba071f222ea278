const { Writable, pipeline, PassThrough } = require('stream');
const w = new Writable({
  write(c, e, cb) {
    cb(new Error('disk'));
  },
});
w.on('error', (e) => console.log('w', e.message));
w.write('x');
const p = new PassThrough();
p.destroy(new Error('gone'));
p.on('error', (e) => console.log(e.message));
p.on('close', () => console.log('closed'));
const z = new Writable({ write() {} });
z.end();
z.on('error', (e) => console.log(e.code));
z.write('late');
