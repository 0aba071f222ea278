// args: script --flag -n 3 rest -- --other
const { parseArgs } = require('util');
const attempt = (config) => {
  try {
    return parseArgs(config);
  } catch (error) {
    return [error.name, error.code, error.message];
  }
};
const options = {
  flag: { type: 'boolean', short: 'f' },
  name: { type: 'string', short: 'n' },
  many: { type: 'string', multiple: true, short: 'm', default: ['one'] },
  color: { type: 'boolean', default: true },
};
const show = (args, more) => console.log(attempt({ args, options, tokens: true, ...more }));
console.log(attempt({ options, allowPositionals: true }));
show(['-fn', 'x', '-nvalue', '--name=y', '--many=', '-ma', '-m', 'b']);
show(['-ffn=z', '-', '--', '-f', '--'], { allowPositionals: true });
show(['a', '--unknown', '-u', '--unknown=1', '-abc', '--name'], { strict: false });
show(['--no-color', '--no-flag'], { allowNegative: true });
show(['--no-name'], { allowNegative: true });
show(['--no-color']);
show(['--flag=x']);
show(['-f=x']);
show(['--name']);
show(['-n']);
show(['--name', '-f']);
show(['-n', '--flag']);
show(['-n', '-']);
show(['positional']);
show(['--what'], { allowPositionals: true });
show(['-w']);
show(['--__proto__=1'], { strict: false });
show(['--=', '---', '--a=b=c', '=', ''], { strict: false });
for (const config of [
  { args: 'text' },
  { strict: 1 },
  { tokens: 'yes' },
  { allowPositionals: null, args: [] },
  { options: [] , args: [] },
  { options: { a: 1 } },
  { options: { a: {} } },
  { options: { a: { type: 'number' } } },
  { options: { a: { type: 'string', short: 'ab' } } },
  { options: { a: { type: 'string', short: 1 } } },
  { options: { a: { type: 'string', multiple: 'x' } } },
  { options: { a: { type: 'string', default: 1 } } },
  { options: { a: { type: 'boolean', default: 'x' } } },
  { options: { a: { type: 'string', multiple: true, default: 'x' } } },
  { options: { a: { type: 'string', multiple: true, default: [1] } } },
])
  console.log(attempt(config));
