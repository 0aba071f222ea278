(async () => {
  const b = new Blob(['ab', new Uint8Array([99])], { type: 'text/plain' });
  console.log(b.size, b.type, await b.text(), await b.slice(1, 2).text());
})();
