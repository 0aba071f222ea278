try {
  await import('./files/wants-missing.mjs');
} catch (e) {
  console.log(e.name);
}
