import { count, increase } from './files/live.mjs';

console.log(count);
increase();
console.log(count);
