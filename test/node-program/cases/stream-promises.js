const { pipeline } = require('stream/promises');
const { Readable } = require('stream');
(async () => {
  await pipeline(
    Readable.from(['x', 'y']),
    async function* (s) {
      for await (const c of s) yield c + c;
    },
    async (s) => {
      for await (const c of s) console.log(c);
    },
  );
  console.log('ok');
  console.log(await require('stream/consumers').text(Readable.from(['1', '2'])));
})();
