const b = Buffer.alloc(16);
b.writeUInt32BE(0xdeadbeef, 0);
b.writeInt16LE(-2, 4);
b.writeDoubleBE(1.5, 8);
console.log(
  b,
  b.readUInt32BE(0).toString(16),
  b.readInt16LE(4),
  b.readDoubleBE(8),
  b.readUInt8(0),
  b.readBigUInt64BE(8),
  b.readFloatBE(8),
);
try {
  b.readUInt8(99);
} catch (e) {
  console.log(e.name, e.code);
}
