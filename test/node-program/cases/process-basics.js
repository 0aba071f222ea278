console.log(
  process.platform,
  process.arch,
  typeof process.pid,
  process.ppid >= 0,
  process.cwd() === __dirname,
  process.title,
);
console.log(
  process.uptime() < 60,
  Array.isArray(process.hrtime()),
  typeof process.hrtime.bigint(),
  Object.keys(process.memoryUsage()).slice(0, 3),
);
console.log(
  process.argv0,
  process.release.name,
  typeof process.versions.node,
  process.version.startsWith('v2'),
);
