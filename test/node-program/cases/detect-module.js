import path from 'node:path';

console.log(path.basename('/a/b'), typeof require);
