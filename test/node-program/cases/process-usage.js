const first = process.cpuUsage();
for (let until = performance.now() + 60; performance.now() < until; );
const { user, system } = process.cpuUsage(first);
console.log(user + system > 10_000, user + system < 10_000_000);
for (const wrong of [1, null, {}, { user: -1, system: 0 }, { user: 1, system: 'x' }])
  try {
    process.cpuUsage(wrong);
    console.log('taken');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
console.log(process.constrainedMemory() >= process.availableMemory(), process.availableMemory() > 0);
for (const code of ['x', 1.5, {}, '', '3', null])
  try {
    process.exitCode = code;
    console.log(process.exitCode);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
process.exitCode = undefined;
