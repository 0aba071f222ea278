import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
console.log(require('./files/data.json').a, require.resolve('./files/a').endsWith('files/a.js'));
