try {
  process.kill(999999, 0);
} catch (e) {
  console.log(e.code, e.syscall, e.message);
}
try {
  process.kill(1, 'SIGNOPE');
} catch (e) {
  console.log(e.code, e.message);
}
