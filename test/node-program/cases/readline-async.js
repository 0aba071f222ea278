// stdin: a\nb\n\nc\n
(async () => {
  for await (const line of require('readline').createInterface({ input: process.stdin, crlfDelay: Infinity }))
    console.log([line]);
})();
