const os = require('os');
console.log(
  os.EOL === '\n',
  os.platform(),
  os.type(),
  os.arch(),
  os.endianness(),
  typeof os.hostname(),
  os.totalmem() > 0,
  os.freemem() > 0,
  os.cpus().length > 0,
  os.tmpdir(),
  os.homedir() === process.env.HOME,
);
console.log(
  os.constants.signals.SIGINT,
  os.loadavg().length,
  os.userInfo().username,
  typeof os.uptime(),
  os.availableParallelism() > 0,
);
