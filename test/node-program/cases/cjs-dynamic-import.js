import('./files/esm.mjs')
  .then((m) => console.log(m.default, m.named))
  .then(() => import('fs'))
  .then((m) => console.log(typeof m.readFileSync, m.default === require('fs')));
