process.env.NEW = 1;
process.env.UNDEF = undefined;
console.log(
  process.env.NEW,
  typeof process.env.NEW,
  process.env.UNDEF,
  process.env.NOPE,
  'NEW' in process.env,
);
delete process.env.NEW;
console.log(process.env.NEW, process.env.HOME);
