const { named } = await import('./files/esm.mjs');
console.log(named);
try {
  await import('./files/none.mjs');
} catch (e) {
  console.log(e.code);
}
