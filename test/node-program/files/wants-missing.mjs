import { missing } from './esm.mjs';

console.log(missing);
