setTimeout(() => {}, 1000);
process.kill(process.pid, 'SIGTERM');
