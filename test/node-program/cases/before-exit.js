let n = 0;
process.on('beforeExit', (code) => {
  console.log('beforeExit', code);
  if (n++ < 2) setTimeout(() => console.log('again', n), 1);
});
process.on('exit', () => console.log('exit'));
