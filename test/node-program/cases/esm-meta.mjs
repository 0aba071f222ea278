import path from 'node:path';
import { fileURLToPath } from 'node:url';

console.log(
  path.basename(fileURLToPath(import.meta.url)),
  path.basename(import.meta.filename),
  import.meta.dirname === path.dirname(import.meta.filename),
);
console.log(
  import.meta.resolve('./files/esm.mjs') === new URL('./files/esm.mjs', import.meta.url).href,
  import.meta.resolve('fs'),
);
