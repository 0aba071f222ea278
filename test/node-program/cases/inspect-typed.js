console.log(
  new Uint8Array([1, 2]),
  new Float64Array(2),
  new ArrayBuffer(4),
  Buffer.from('hi'),
  new DataView(new ArrayBuffer(2)),
);
