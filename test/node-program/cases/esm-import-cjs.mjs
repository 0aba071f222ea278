import a from './files/a.js';
import { value } from './files/named-cjs.cjs';

console.log(a, value);
