process.on('SIGUSR2', (name, number) => {
  console.log(name, number);
  clearInterval(t);
});
const t = setInterval(() => {}, 1000);
process.kill(process.pid, 'SIGUSR2');
