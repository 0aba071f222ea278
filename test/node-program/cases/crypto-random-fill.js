const { randomFillSync, randomFill } = require('crypto');
const bytes = Buffer.alloc(64);
randomFillSync(bytes, 8, 48);
const isEmpty = (from, to) => bytes.subarray(from, to).every((byte) => byte === 0);
console.log(isEmpty(0, 8), isEmpty(8, 56), isEmpty(56));
console.log(randomFillSync(new Uint32Array(4)).length, randomFillSync(new ArrayBuffer(3)).byteLength);
for (const args of [[bytes, 65], [bytes, 2, 63], [1], [bytes, 'x'], [bytes, -1]])
  try {
    randomFillSync(...args);
    console.log('taken');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
randomFill(Buffer.alloc(2), 1, (error, filled) => console.log(error, filled[0], filled.length));
