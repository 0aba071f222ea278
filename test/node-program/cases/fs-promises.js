const fs = require('fs/promises');
(async () => {
  await fs.writeFile('p', 'promised');
  console.log(await fs.readFile('p', 'utf8'));
  await fs.mkdir('d/e', { recursive: true });
  await fs.rename('p', 'd/p');
  console.log(await fs.readdir('d'));
  console.log((await fs.stat('d/p')).size, await fs.access('d/p'));
  try {
    await fs.readFile('none');
  } catch (e) {
    console.log(e.code, e.message);
  }
  const h = await fs.open('d/p', 'r+');
  console.log(typeof h.fd, (await h.read(Buffer.alloc(4), 0, 4, 2)).bytesRead, await h.readFile('utf8'));
  await h.close();
  await fs.rm('d', { recursive: true });
  console.log(require('fs').promises === fs);
})();
