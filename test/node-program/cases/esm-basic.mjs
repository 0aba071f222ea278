import fs, { readFileSync } from 'node:fs';
import path from 'path';
import * as all from './files/esm.mjs';
import { default as def, named } from './files/esm.mjs';

console.log(named, def, all.named, fs.readFileSync === readFileSync, path.sep);
console.log(typeof require, typeof module, this);
