import both from 'dual';

console.log(both);

import { createRequire } from 'module';

console.log(createRequire(import.meta.url)('dual'));
