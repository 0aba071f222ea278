const { parseArgs } = require('util');
console.log({
  ...parseArgs({
    args: ['-v', '--name', 'x', '--n=2', 'pos'],
    options: {
      v: { type: 'boolean', short: 'v' },
      name: { type: 'string' },
      n: { type: 'string' },
      d: { type: 'string', default: 'def' },
    },
    allowPositionals: true,
  }).values,
});
try {
  parseArgs({ args: ['--what'], options: {} });
} catch (e) {
  console.log(e.code, e.message);
}
